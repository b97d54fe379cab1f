import { banks } from '@/domain/policies/banks'
import type { Bank } from '@/domain/policy'
import { papersToApply, reissueAnswer, type ReissueReason, type ReissueWay } from '@/domain/reissue'
import { isBeforeCollection } from '@/domain/reissue/order'
import type { Channel, Paper, Role } from '@/domain/words'
import { applicationFormPdf, type ApplicationForm } from '../documents/pdf/application-form'
import { policyFor, whoOf, type CardView } from '../repository'
import { RequestError } from '../runtime/errors'
import { maskedNumber } from '../runtime/mask'

const knownBanks: Readonly<Partial<Record<string, Bank>>> = banks

interface Wanted {
  readonly reason: ReissueReason
  readonly way: ReissueWay
}

/** What was applied for has its form all the while. */
const isApplied = ({ card: { order } }: CardView, { reason, way }: Wanted): boolean => isBeforeCollection(order) && order.reason === reason && order.way === way

/** A form may be for a way that one applies for elsewhere, but for none that the city does not have. */
export const refuseImpossible = (view: CardView, wanted: Wanted, channel: Channel, withinYear: number): void => {
  if (isApplied(view, wanted)) return
  const { card, issuingBank, now } = view
  const answer = reissueAnswer({ card, issuingBank, reason: wanted.reason, who: whoOf(view), channel, withinYear }, policyFor(view), now)
  if ('refused' in answer) throw new RequestError(answer.refused)
  if (!answer.options.some(({ way }) => way === wanted.way)) throw new RequestError('wayNotOffered')
}

/** Who comes for a child is its guardian; a grown cardholder may send a proxy to the counter instead. */
const comers = (view: CardView): readonly Role[] =>
  view.holder.relation === 'guardian' || view.holder.age < policyFor(view).minors.handlingAge.value ? ['guardian'] : ['cardholder', 'proxy']
const papersBy = (view: CardView, reason: ReissueReason): readonly (readonly [Role, readonly Paper[]])[] =>
  comers(view).map((role) => [role, papersToApply(role, reason, policyFor(view))])

/** The form, filled in, with names and ID numbers in clear. */
export const formOf = (view: CardView, { reason, way }: Wanted, people: Pick<ApplicationForm, 'holder' | 'guardian'>): Promise<Buffer> => applicationFormPdf({
  ...people, maskedNumber: maskedNumber(view.number), city: policyFor(view).name, bank: knownBanks[view.issuingBank]?.name.zh ?? view.issuingBank,
  reason, way, papers: papersBy(view, reason),
})
