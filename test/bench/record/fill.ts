import type pg from 'pg'
import type { Keys } from '../../../cloudfunctions/runtime/keys'
import { idNumber } from '../../support/record/card-file'

/** Keys that a load generator can count up; real ones are random, and as long. */
export const keyOf = (kind: 'account' | 'person' | 'card', index: number): string => `${kind}-${String(index).padStart(22 - kind.length - 1, '0')}`

/** What an identity check is for. */
export type Checked = 'reportLoss' | 'releaseLoss'

export const checkOf = (purpose: Checked, index: number): string => `${keyOf('card', index)}.${purpose}`

const personOf = (keys: Keys, index: number) => {
  const key = keyOf('person', index)
  const person = { name: `示例公民${index}`, idNumber: idNumber('19800101', index % 1000), phone: '10000000000' }
  return { person_key: key, sealed_person: keys.seal(JSON.stringify(person), key), from_file: true }
}

const cardOf = (keys: Keys, index: number) => {
  const key = keyOf('card', index)
  return {
    card_key: key, holder_key: keyOf('person', index), sealed_number: keys.seal(`9900${String(index).padStart(14, '0')}`, key),
    city: 'chengdu', issuing_bank: 'icbc', issued_on: '2020-01-01', social_life: 'inUse', social_since: 1, financial_life: 'inUse', financial_since: 1,
    version: 1, changed_at: 1, head: '',
  }
}

const tables = (keys: Keys, indexes: readonly number[]) => ({
  person: indexes.map((index) => personOf(keys, index)),
  card: indexes.map((index) => cardOf(keys, index)),
  person_card: indexes.map((index) => ({ person_key: keyOf('person', index), card_key: keyOf('card', index) })),
  account: indexes.map((index) => ({
    account_key: keyOf('account', index), channel: 'wechat', platform_hash: `hash-${index}`, hash_key_id: 'bench', person_key: keyOf('person', index),
    epoch: 1, begun_at: 1, bound_at: 1,
  })),
})

const batch = 2000

/** Columns that are not given take what the table has for them. */
const insert = async (client: pg.Client, table: string, rows: readonly object[]): Promise<void> => {
  const columns = Object.keys(rows[0] ?? {}).join(', ')
  await client.query(`insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`, [JSON.stringify(rows)])
}

/** People with a card and an account each, in use: everything about them sealed as the service seals it. */
export const fill = async (client: pg.Client, keys: Keys, count: number): Promise<void> => {
  for (let from = 0; from < count; from += batch) {
    const indexes = Array.from({ length: Math.min(batch, count - from) }, (_, index) => from + index)
    for (const [table, rows] of Object.entries(tables(keys, indexes))) await insert(client, table, rows)
  }
  await client.query('analyze')
}

/** The plain tables of the textbook's transaction. */
export const fillBook = async (client: pg.Client, count: number): Promise<void> => {
  await client.query('create table book_card (id integer primary key, state text not null, version integer not null)')
  await client.query('create table book_report (id bigserial primary key, card integer not null, kind text not null, channel text not null, at timestamptz not null)')
  await client.query('create index on book_report (card)')
  await client.query('create table book_event (card integer not null, seq integer not null, what text not null, at timestamptz not null, primary key (card, seq))')
  await client.query(`insert into book_card select n, 'inUse', 0 from generate_series(0, $1 - 1) n`, [count])
  await client.query('analyze')
}

/** A passed check for each card from one index to another, as `session` leaves it. */
export const passChecks = async (client: pg.Client, purpose: Checked, from: number, to: number): Promise<void> => {
  const checks = Array.from({ length: to - from }, (_, index) => ({
    subject_key: keyOf('card', from + index), verification_id: checkOf(purpose, from + index), account_key: keyOf('account', from + index),
    actor_key: keyOf('person', from + index), purpose, provider: 'wechat', result: 'passed', begun_at: Date.now(), completed_at: Date.now(), used_at: null,
  }))
  if (checks.length > 0) await insert(client, 'verification', checks)
}
