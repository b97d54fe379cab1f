import type { Keys } from '../../runtime/keys'
import { openPerson } from '../person'

/** A row's key, in the order of the columns that it is walked by. */
export type RowKey = readonly string[]

/** What a row says under an old key: where it stands, the value, and what the new value is made from. */
export interface StaleRow {
  readonly key: RowKey
  readonly was: string
  readonly source: string
  readonly source_key: string
  readonly channel: string
}

/** A column whose values stand under a key: which key that is, how to find the rows, and what a value is under the current one. */
export interface KeyedColumn {
  readonly table: string
  readonly column: string
  readonly kind: 'data' | 'hash'
  /** The columns of the row's key; `t` is the row. All are texts but `seq`, which is a whole number. */
  readonly key: readonly string[]
  /** The id of the key that the value was made with. */
  readonly keyId: string
  readonly join: string
  /** The sealed text that the new value is made from, and the row that it was sealed for. */
  readonly source: string
  readonly sourceKey: string
  /** What else is hashed: the door that a platform's id belongs to. */
  readonly channel: string
  /** Rows that are read and written together. */
  readonly batch: number
  /** The value under the current key. */
  readonly anew: (keys: Keys, row: StaleRow) => string
}

/** Few enough that nobody waits for them; of photos, few enough to be held at once. */
const usualBatch = 500
const photoBatch = 8

const reseal: KeyedColumn['anew'] = (keys, { source, source_key: row }) => keys.seal(keys.open(source, row), row)

/** `row` is what the value was sealed for: the last column of its key, unless it says otherwise. */
const sealed = (table: string, column: string, key: readonly string[], row = `t.${key.at(-1)}`): KeyedColumn =>
  ({ table, column, kind: 'data', key, keyId: `split_part(t.${column}, '.', 1)`, join: '', source: `t.${column}`, sourceKey: row, channel: "''", batch: usualBatch, anew: reseal })

type Hashed = Omit<KeyedColumn, 'kind' | 'keyId' | 'channel' | 'batch'> & { readonly channel?: string }
const hashed = (column: Hashed): KeyedColumn => ({ channel: "''", batch: usualBatch, ...column, kind: 'hash', keyId: 't.hash_key_id' })

/** Every value that is sealed: what no column here names could never be opened again once its key is removed. */
const sealedColumns = [
  sealed('person', 'sealed_person', ['person_key']),
  sealed('card', 'sealed_number', ['card_key']),
  sealed('account', 'sealed_platform_id', ['account_key']),
  sealed('verification', 'sealed_claim', ['subject_key', 'verification_id']),
  sealed('proxy_grant', 'sealed_proxy', ['card_key', 'grant_id']),
  sealed('attestation', 'sealed_applicant', ['card_key', 'seq'], `t.card_key || '.' || t.seq`),
  sealed('order_private', 'sealed_address', ['card_key', 'reissue_id'], `t.card_key || '.' || t.reissue_id`),
  sealed('order_private', 'sealed_new_number', ['card_key', 'reissue_id'], `t.card_key || '.' || t.reissue_id`),
  { ...sealed('photo', 'sealed_photo', ['card_key', 'photo_id'], `t.card_key || '.' || t.photo_id`), batch: photoBatch },
  sealed('platform_token', 'sealed_token', ['platform'], `'platform-token:' || t.platform`),
  sealed('voice_call', 'sealed_state', ['partner_id', 'call_id'], `'voice-call:' || t.partner_id || ':' || t.call_id`),
  sealed('operator_act', 'sealed_reason', ['seq'], `'operator-act:' || t.seq`),
  sealed('partner_secret', 'sealed_secret', ['partner_id', 'secret_id'], `'partner-secret:' || t.partner_id || ':' || t.secret_id`),
]

/** Every hash that something is found by. Each is made anew from the sealed value it stands for. */
const hashedColumns = [
  hashed({
    table: 'person_directory', column: 'id_hash', key: ['id_hash', 'hash_key_id'],
    join: 'join person p on p.person_key = t.person_key', source: 'p.sealed_person', sourceKey: 'p.person_key',
    anew: (keys, { source, source_key: row }) => keys.hash('idNumber', openPerson(keys, row, source).idNumber).hash,
  }),
  hashed({
    table: 'card_directory', column: 'number_hash', key: ['number_hash', 'hash_key_id'],
    join: 'join card c on c.card_key = t.card_key', source: 'c.sealed_number', sourceKey: 'c.card_key',
    anew: (keys, { source, source_key: row }) => keys.hash('cardNumber', keys.open(source, row)).hash,
  }),
  hashed({
    table: 'account', column: 'platform_hash', key: ['account_key'],
    join: '', source: 't.sealed_platform_id', sourceKey: 't.account_key', channel: 't.channel',
    anew: (keys, { source, source_key: row, channel }) => keys.hash('platform', `${channel}\n${keys.open(source, row)}`).hash,
  }),
]

/** Data keys first: a hash is then made from what stands under the current one. */
export const keyedColumns: readonly KeyedColumn[] = [...sealedColumns, ...hashedColumns]

/** What every value of a key's column comes after. */
export const before = (column: string): string => (column === 'seq' ? '0' : '')

export const nameOf = ({ table, column }: KeyedColumn): string => `${table}.${column}`
