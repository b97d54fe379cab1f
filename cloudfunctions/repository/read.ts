import { RequestError } from '../runtime/errors'
import type { Caller } from '../runtime/caller'
import { clock, type Database } from './database'
import { cardColumns } from './facts'
import type { VerificationTable } from './schema'
import type { ViewRow } from './views'

/** Whose cards an account may see: its person's own, and those of the children in its person's care. */
const seen = `from account a
  join card c on c.card_key = $2
  join person p on p.person_key = c.holder_key`
const mayBeSeen = `where a.account_key = $1 and (c.holder_key = a.person_key
  or exists (select from guardianship g where g.guardian_key = a.person_key and g.ward_key = c.holder_key))`
const viewColumns = `${cardColumns}, p.sealed_person,
  case when c.holder_key = a.person_key then 'cardholder' else 'guardian' end as relation, ${clock} as now`

export const forReading = `select ${viewColumns} ${seen} ${mayBeSeen}`

const forChanging = `select ${viewColumns}, v.account_key as check_account, v.purpose as check_purpose,
  v.result as check_result, v.completed_at as checked_at, v.used_at as check_used_at, i.request_hash, i.answer ${seen}
  left join verification v on v.card_key = c.card_key and v.verification_id = $3
  left join idempotency i on i.card_key = c.card_key and i.actor = a.account_key and i.operation = $4 and i.key = $5
  ${mayBeSeen}`

const all = `select ${viewColumns}
  from account a
  cross join lateral (select a.person_key as holder_key
    union select ward_key from guardianship where guardian_key = a.person_key) h
  join person p on p.person_key = h.holder_key
  join person_card o on o.person_key = h.holder_key
  join card c on c.card_key = o.card_key
  where a.account_key = $1
  order by relation, c.issued_on, c.card_key`

/** What a change must know of its card: who asks, what was answered under its key, the identity check. */
export interface ChangeRow<Answer> extends ViewRow {
  readonly check_account: string | null
  readonly check_purpose: VerificationTable['purpose'] | null
  readonly check_result: VerificationTable['result'] | null
  readonly checked_at: number | null
  readonly check_used_at: number | null
  readonly request_hash: string | null
  readonly answer: Answer | null
}

const one = <Row>([row]: Row[]): Row => {
  // a card that is not there and one that is another's read alike
  if (!row) throw new RequestError('notFound')
  return row
}

export const readCard = async ({ run }: Database, { accountKey }: Caller, cardKey: string): Promise<ViewRow> =>
  one(await run<ViewRow>({ name: 'read-card', text: forReading, values: [accountKey, cardKey] }))

export interface ChangeKeys {
  readonly cardKey: string
  readonly verificationId: string | null
  readonly operation: string
  readonly idempotencyKey: string
}

export const readForChange = async <Answer>({ run }: Database, { accountKey }: Caller, keys: ChangeKeys): Promise<ChangeRow<Answer>> => {
  const values = [accountKey, keys.cardKey, keys.verificationId, keys.operation, keys.idempotencyKey]
  return one(await run<ChangeRow<Answer>>({ name: 'read-for-change', text: forChanging, values }))
}

export const readAll = ({ run }: Database, { accountKey }: Caller): Promise<ViewRow[]> =>
  run<ViewRow>({ name: 'read-all', text: all, values: [accountKey] })
