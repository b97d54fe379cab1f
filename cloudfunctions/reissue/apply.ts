import { refuse } from '@/domain/decision'
import { decideApplyReissue } from '@/domain/reissue'
import { madeReport } from '../card/made-report'
import { cardOnWire } from '../card/wire'
import { newKey, newReceiptNumber, type Changed } from '../repository'
import { defineOperation, type Call } from '../runtime/define-operation'
import { refuseUnknownDivision, refuseUnknownOutlet } from './refuse-unknown'
import { knownOrder } from './shown'

/** The report that a lost card's application stands on. */
const reportOf = async ({ view, report }: Changed, call: Call) =>
  (report && !report.ended ? { report: await madeReport(view, report, call) } : {})

/**
 * Applies for a new card in the caller's channel; for a lost one the formal report is made in the same step. The same application under way
 * already answers with it, and `already`. A photo that is not there any more has to come again.
 */
export const apply = defineOperation('reissue/apply', async (request, call) => {
  const { cardId, verificationId, idempotencyKey, reason, way, bank, outlet, photoId } = request
  const { caller: { channel }, caller, repository } = call
  const address = way === 'mail' ? request.address : undefined
  refuseUnknownDivision(address)
  await refuseUnknownOutlet(repository, outlet, () => repository.cards.get(caller, cardId))
  const changed = await repository.cards.change(caller, {
    cardKey: cardId,
    operation: 'reissue',
    idempotencyKey,
    verificationId,
    content: JSON.stringify([verificationId, reason, way, bank, outlet, address, photoId]),
    order: { parts: { address, photoId, outlet } },
    decide: ({ card, policy, now, hasPhoto, ...facts }) => {
      if (photoId !== undefined && !hasPhoto(photoId)) return refuse('photoNeeded')
      const reportIds = { socialSecurity: newReceiptNumber(now), financial: newReceiptNumber(now) }
      const came = { hasAddress: address !== undefined, hasPhoto: photoId !== undefined, ...(bank && { bank }) }
      return decideApplyReissue(card, { ...facts, ...came, id: newKey(), reason, way, channel, reportIds }, policy, now)
    },
  })
  const { view, already } = changed
  return { card: cardOnWire(view, channel), order: await knownOrder(view, call), ...(await reportOf(changed, call)), already }
})
