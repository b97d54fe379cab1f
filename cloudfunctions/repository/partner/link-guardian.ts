import type { Evidence } from '@/contract'
import { mayTakeOn } from '@/domain/dependants'
import { guardianLinked } from '@/domain/link-guardian'
import { isSameName } from '@/domain/person-name'
import { RequestError } from '../../runtime/errors'
import type { Keys } from '../../runtime/keys'
import type { Partner } from '../../runtime/partner'
import { writeOf } from '../change'
import { clock, inTransaction, type Database, type Run } from '../database'
import { lockPerson, makePerson, type FoundPerson } from '../directory'
import { cardOf } from '../facts'
import { othersOf } from '../family/write-grant'
import { nameAs } from '../naming'
import { policyFor, viewOf, type CardView, type ViewRow } from '../views'
import { writeAnswer, writeChange, type KeptAnswer } from '../write'
import { channelOf, refuseUnadmitted, type Said } from './admit'
import { attestationsOf } from './attestation'
import { actorOf, asSeenBy, standing, type Staff } from './change'
import { readRow, type ByCard, type PartnerRow } from './read'

/** Whom a counter found to be in charge of a minor: the guardian stands there with the household register. */
export interface LinkRequest {
  readonly by: ByCard
  readonly guardian: { readonly name: string; readonly idNumber: string }
  readonly evidence: Evidence
  readonly staff: Staff
  readonly idempotencyKey: string
  readonly content: string
}

/** Whether they were linked before, and the card as the guardian sees it. */
export interface Linked {
  readonly already: boolean
  readonly view: CardView
}

interface Answer {
  readonly already: boolean
}
type Row = PartnerRow<Answer> & ViewRow & { readonly cares: boolean }

const operation = 'linkGuardian'
const tries = 10

const link = `insert into guardianship (guardian_key, ward_key, partner_id, staff, outlet, evidence, linked_at)
  values ($1, $2, $3, $4, $5, $6, ${clock}) on conflict (guardian_key, ward_key) do nothing returning ward_key`

const hashesOf = (keys: Keys, { content }: LinkRequest): string[] => keys.hashes('request', content).map(({ hash }) => hash)

const answered = ({ request_hash: hash, answer }: Row, request: LinkRequest, keys: Keys): Answer | undefined => {
  if (hash === null || answer === null) return undefined
  if (!hashesOf(keys, request).includes(hash)) throw new RequestError('idempotencyKeyReused')
  return answer
}

/** The guardian, held until the transaction's end, so that two at once do not both find room for one more. Refuses another name than theirs. */
const guardianIn = async (run: Run, keys: Keys, person: { name: string; idNumber: string; phone: string }): Promise<FoundPerson | undefined> => {
  const found = (await lockPerson(run, keys, person.idNumber)) ?? (await makePerson(run, keys, person)) ?? (await lockPerson(run, keys, person.idNumber))
  const named = found && (await nameAs(run, keys, found, person))
  if (named && !isSameName(named.person.name, person.name)) throw new RequestError('invalidRequest', { field: 'guardian.name' })
  return named ?? undefined
}

const saidBy = (partner: Partner, { guardian, evidence, staff }: LinkRequest): Said =>
  ({ partner, applicant: { role: 'guardian', ...guardian }, evidence, outlet: standing(partner, staff).outlet, deed: 'see' })

const keptAs = (keys: Keys, partner: Partner, request: LinkRequest, row: Row, answer: Answer): KeptAnswer => {
  const [requestHash = ''] = hashesOf(keys, request)
  return { actor: actorOf(partner), operation, key: request.idempotencyKey, verificationId: null, requestHash, answer: JSON.stringify(answer), at: row.now }
}

/** That somebody was linked is the card's history, with the counter's word beside it, and told; what was so already changes nothing. */
const writeEvent = (run: Run, keys: Keys, partner: Partner, request: LinkRequest, row: Row, answer: Answer): Promise<boolean> => {
  const kept = keptAs(keys, partner, request, row, answer)
  if (answer.already) return writeAnswer({ run }, row.card_key, kept)
  const before = cardOf(row)
  const events = guardianLinked(before, channelOf(partner), row.now)
  const attestations = attestationsOf(keys, saidBy(partner, request), standing(partner, request.staff).id, row, events)
  return writeChange({ run }, { ...writeOf(row, before, events, actorOf(partner)), attestations, answer: kept })
}

const write = (database: Database, keys: Keys, partner: Partner, request: LinkRequest, row: Row): Promise<Answer | undefined> =>
  inTransaction(database, async (run) => {
    const guardian = await guardianIn(run, keys, { ...request.guardian, phone: '' })
    if (!guardian) return undefined
    const { personKey } = guardian
    if (!mayTakeOn(await othersOf(run, keys, personKey), row.holder_key, policyFor(row))) throw new RequestError('tooManyDependants')
    const { id, outlet } = standing(partner, request.staff)
    const values = [personKey, row.holder_key, partner.partnerId, id, outlet, JSON.stringify(request.evidence)]
    const answer: Answer = { already: (await run({ name: 'link-guardian', text: link, values })).length === 0 }
    return (await writeEvent(run, keys, partner, request, row, answer)) ? answer : undefined
  })

const read = async (database: Database, keys: Keys, partner: Partner, request: LinkRequest): Promise<Row> => {
  const { by, guardian, idempotencyKey } = request
  const asked = { by, applicantIdNumber: guardian.idNumber, actor: actorOf(partner), operation, idempotencyKey }
  const row = await readRow<Answer>(database.run, keys, partner, asked)
  if (!row) throw new RequestError('notFound')
  return asSeenBy(row, keys, { role: 'guardian', ...guardian })
}

/**
 * Puts the holder of a card in somebody's care, on a counter's word, which is kept with it. Refuses `notFound`, `notThisBank`,
 * `idempotencyKeyReused`, `guardianOfAdult`, `papersMissing`, `tooManyDependants`, `invalidRequest` for a name that is not the person's.
 */
export const linkGuardian = async (database: Database, keys: Keys, partner: Partner, request: LinkRequest): Promise<Linked> => {
  for (let trial = 0; trial < tries; trial += 1) {
    const row = await read(database, keys, partner, request)
    const view = viewOf(row, keys)
    const first = answered(row, request, keys)
    if (first) return { ...first, view }
    refuseUnadmitted(saidBy(partner, request), row, view, row.cares, keys)
    const linked = await write(database, keys, partner, request, row)
    if (linked) return { ...linked, view }
  }
  throw new RequestError('busy')
}
