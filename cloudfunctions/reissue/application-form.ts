import type { RequestOf } from '@/contract'
import { banks } from '@/domain/policies/banks'
import type { Bank } from '@/domain/policy'
import { papersToApply, reissueAnswer, type ReissueReason } from '@/domain/reissue'
import type { Paper, Role } from '@/domain/words'
import { applicationFormPdf } from '../documents/pdf/application-form'
import { policyFor, whoOf, type CardView } from '../repository'
import type { Caller } from '../runtime/caller'
import { defineOperation } from '../runtime/define-operation'
import { RequestError } from '../runtime/errors'
import { maskedNumber } from '../runtime/mask'

const knownBanks: Readonly<Partial<Record<string, Bank>>> = banks

type Wanted = Pick<RequestOf<'reissue/applicationForm'>, 'reason' | 'way'>

/** A form may be for a way that one applies for elsewhere, but for none that the city does not have. */
const refuseImpossible = (view: CardView, { reason, way }: Wanted, { channel }: Caller, withinYear: number): void => {
  const { card, issuingBank, now } = view
  const answer = reissueAnswer({ card, issuingBank, reason, who: whoOf(view), channel, withinYear }, policyFor(view), now)
  if ('refused' in answer) throw new RequestError(answer.refused)
  if (!answer.options.some((option) => option.way === way)) throw new RequestError('wayNotOffered')
}

/** A grown cardholder may send a proxy to the counter instead. */
const comers = (view: CardView): readonly Role[] => (view.holder.relation === 'guardian' ? ['guardian'] : ['cardholder', 'proxy'])
const papersBy = (view: CardView, reason: ReissueReason): readonly (readonly [Role, readonly Paper[]])[] =>
  comers(view).map((role) => [role, papersToApply(role, reason, policyFor(view))])

/** The form, filled in, with names and ID numbers in clear: for the cardholder, or a child's guardian. */
export const applicationForm = defineOperation('reissue/applicationForm', async ({ cardId, reason, way }, { caller, repository }) => {
  const { view, holder, guardian } = await repository.cards.applicants(caller, cardId)
  refuseImpossible(view, { reason, way }, caller, await repository.orders.withinYear(cardId))
  const pdf = await applicationFormPdf({
    holder, guardian, maskedNumber: maskedNumber(view.number), city: policyFor(view).name, bank: knownBanks[view.issuingBank]?.name.zh ?? view.issuingBank,
    reason, way, papers: papersBy(view, reason),
  })
  return { pdf: pdf.toString('base64') }
})
