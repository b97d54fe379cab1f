import type { Applicant, Evidence } from '@/contract'
import type { Partner, PartnerChannel } from '../runtime/partner'
import type { Call } from '../runtime/define-operation'
import { RequestError } from '../runtime/errors'
import type { Changed, PartnerRequest } from '../repository'

/** Refuses `notPermitted` in any other channel. */
export const only = ({ channel }: Partner, ...channels: readonly PartnerChannel[]): void => {
  if (!channels.includes(channel)) throw new RequestError('notPermitted')
}

/** Refuses `notPermitted` to the bureau, which brings no citizen before us. */
export const refuseBureau = ({ channel }: Partner): void => {
  if (channel === 'bureau') throw new RequestError('notPermitted')
}

/** What every operation on a card is asked with. */
interface Asked {
  readonly card: PartnerRequest['by']
  readonly staff: { readonly id: string; readonly outlet?: string | undefined }
  readonly idempotencyKey: string
}

export const staffIn = ({ staff: { id, outlet } }: Pick<Asked, 'staff'>): PartnerRequest['staff'] => ({ id, outlet: outlet ?? null })

/** All of a request but its key: parsed by the contract, so that the same request reads the same. */
export const contentOf = ({ idempotencyKey: _key, ...said }: Asked): string => JSON.stringify(said)

type Deed = Pick<PartnerRequest, 'operation' | 'decide' | 'passwordHash' | 'order'>

const change = (call: Call<Partner>, request: Asked, { applicant, evidence }: Pick<PartnerRequest, 'applicant' | 'evidence'>, deed: Deed): Promise<Changed> =>
  call.repository.cards.changeFor(call.caller, {
    by: request.card, staff: staffIn(request), idempotencyKey: request.idempotencyKey, content: contentOf(request), applicant, evidence, ...deed,
  })

/** Does something to a card for whom the partner says. */
export const actFor = (call: Call<Partner>, request: Asked & { applicant: Applicant; evidence: Evidence }, deed: Deed): Promise<Changed> =>
  change(call, request, request, deed)

/** The same, or what the partner does by itself where it says nobody. Refuses an applicant without evidence as `invalidRequest`. */
export const actForAnyone = (
  call: Call<Partner>, request: Asked & { applicant?: Applicant | undefined; evidence?: Evidence | undefined }, deed: Deed,
): Promise<Changed> => {
  const { applicant, evidence = null } = request
  if (applicant && !evidence) throw new RequestError('invalidRequest', { field: 'evidence' })
  return change(call, request, applicant ? { applicant, evidence } : { applicant: { role: 'bank' }, evidence: null }, deed)
}

/** Writes down a bank's word about its own half of the card, or an office's about the card that it makes. */
export const actAsOffice = (call: Call<Partner>, request: Asked, deed: Deed): Promise<Changed> =>
  change(call, request, { applicant: { role: 'bank' }, evidence: null }, deed)
