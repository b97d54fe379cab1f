import type { GrantPurpose } from '@/domain/words'
import type { Partner } from '../../runtime/partner'
import type { Keys } from '../../runtime/keys'
import { clock, type Run } from '../database'
import { hashArrays } from '../directory'
import { cardColumns } from '../facts'
import { orderColumns, type OrderRow } from '../order/facts'
import type { ChangeRow } from '../read'
import type { ViewRow } from '../views'

/** A card by its number, or by the key that an earlier answer gave. */
export type ByCard = { readonly cardNumber: string } | { readonly cardId: string }
/** The same, or all the cards of whoever has an ID number. */
export type ByAnything = ByCard | { readonly idNumber: string }

/** The cards meant: by their key ($1), under every key's hash of their number ($2, $3); in the partner's cities alone. */
const meant = `select $1::text as card_key union
  select d.card_key from unnest($2::text[], $3::text[]) h(hash, key_id) join card_directory d on d.number_hash = h.hash and d.hash_key_id = h.key_id`
const columns = `${cardColumns()}, p.sealed_person, false as barred, ${clock} as now`

/** The same, and those of the holder under every key's hash of their ID number ($4, $5). */
const findText = `select ${columns}, 'cardholder' as relation, c.holder_key as actor_key, false as agreed, null as granted
  from (${meant} union select o.card_key from unnest($4::text[], $5::text[]) h(hash, key_id)
    join person_directory d on d.id_hash = h.hash and d.hash_key_id = h.key_id join person_card o on o.person_key = d.person_key) k
  join card c on c.card_key = k.card_key join person p on p.person_key = c.holder_key
  where c.city = any($6::text[]) order by c.issued_on, c.card_key`

/** What an answer was kept for, and what the record knows of whoever is said to act for the holder: by every hash of their ID number ($4, $5). */
const changeText = `select ${columns}, ${orderColumns()}, i.request_hash, i.answer, n.person_key as applicant_key, n.sealed_person as sealed_applicant,
    exists (select from guardianship w where w.guardian_key = n.person_key and w.ward_key = c.holder_key) as cares,
    exists (select from consent s where s.person_key = n.person_key and s.what = 'child' and s.subject_key = c.holder_key
      and s.withdrawn_at is null) as agreed,
    (select json_agg(json_build_object('id', g.grant_id, 'purpose', g.purpose, 'sealed', g.sealed_proxy)) from proxy_grant g
      where g.card_key = c.card_key and g.proxy_key = n.person_key and g.revoked_at is null and g.ends_at > ${clock}) as grants
  from (${meant}) k join card c on c.card_key = k.card_key join person p on p.person_key = c.holder_key
  left join lateral (select q.person_key, q.sealed_person from unnest($4::text[], $5::text[]) h(hash, key_id)
    join person_directory d on d.id_hash = h.hash and d.hash_key_id = h.key_id join person q on q.person_key = d.person_key limit 1) n on true
  left join idempotency i on i.card_key = c.card_key and i.actor = $7 and i.operation = $8 and i.key = $9
  where c.city = any($6::text[])`

const numberHashes = (keys: Keys, by: ByAnything) => hashArrays('cardNumber' in by ? keys.hashes('cardNumber', by.cardNumber) : [])
const holderHashes = (keys: Keys, idNumber: string | null) => hashArrays(idNumber === null ? [] : keys.hashes('idNumber', idNumber))
const keyOf = (by: ByAnything) => ('cardId' in by ? by.cardId : null)

/** The cards that a partner means, each as its holder sees it; those of other cities are not there. */
export const findRows = (run: Run, keys: Keys, { cities }: Partner, by: ByAnything): Promise<ViewRow[]> => {
  const values = [keyOf(by), ...numberHashes(keys, by), ...holderHashes(keys, 'idNumber' in by ? by.idNumber : null), cities]
  return run<ViewRow>({ name: 'find-for-partner', text: findText, values })
}

/** The card, and what the record knows of whoever is said to act: null where there is nobody of that ID number. */
export interface PartnerRow<Answer> extends Pick<ChangeRow<Answer>, 'request_hash' | 'answer'>, OrderRow, Omit<ViewRow, 'relation' | 'actor_key' | 'granted'> {
  readonly applicant_key: string | null
  readonly sealed_applicant: string | null
  readonly cares: boolean
  /** What the holder lets them do, each sealed with the name that the holder typed. */
  readonly grants: readonly { readonly id: string; readonly purpose: GrantPurpose; readonly sealed: string }[] | null
}

interface Asked {
  readonly by: ByCard
  readonly applicantIdNumber: string | null
  readonly actor: string
  readonly operation: string
  readonly idempotencyKey: string
}

/** Undefined for a card that is not there, or of another city. */
export const readRow = async <Answer>(run: Run, keys: Keys, { cities }: Partner, asked: Asked): Promise<PartnerRow<Answer> | undefined> => {
  const { by, applicantIdNumber, actor, operation, idempotencyKey } = asked
  const values = [keyOf(by), ...numberHashes(keys, by), ...holderHashes(keys, applicantIdNumber), cities, actor, operation, idempotencyKey]
  const [row] = await run<PartnerRow<Answer>>({ name: 'read-for-partner', text: changeText, values })
  return row
}
