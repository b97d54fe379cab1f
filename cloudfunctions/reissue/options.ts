import type { ReissueAnswerOnWire } from '@/contract'
import { reissueAnswer, type ReissueAnswer, type ReissueOption } from '@/domain/reissue'
import { readyBy } from '@/domain/reissue/receipt'
import { policyFor, whoOf, type CardView } from '../repository'
import { defineOperation } from '../runtime/define-operation'
import type { Log } from '../runtime/log'
import { readyOnWire } from './ready'

const optionOnWire = (view: CardView, { where, banks, papers, ...option }: ReissueOption, log: Log) => ({
  ...option,
  where: [...where],
  banks: [...banks],
  papers: [...papers],
  ready: readyOnWire(readyBy(option.way, view.now, policyFor(view)), log),
})

const answerOnWire = (view: CardView, answer: ReissueAnswer, log: Log): ReissueAnswerOnWire => {
  if ('refused' in answer) return answer
  const { fee, options, ...others } = answer
  return { ...others, ...(fee !== null && { fee }), options: options.map((option) => optionOnWire(view, option, log)) }
}

/** Which ways there are to a new card for a reason, each with when it would be ready if it were accepted now; or why there is none. */
export const options = defineOperation('reissue/options', async ({ cardId, reason }, { caller, repository, log }) => {
  const view = await repository.cards.get(caller, cardId)
  const { card, issuingBank, now } = view
  const withinYear = await repository.orders.withinYear(cardId)
  const answer = reissueAnswer({ card, issuingBank, reason, who: whoOf(view), channel: caller.channel, withinYear }, policyFor(view), now)
  return { answer: answerOnWire(view, answer, log) }
})
