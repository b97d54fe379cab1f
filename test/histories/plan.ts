import fc from 'fast-check'
import { reportKinds, reissueKinds, disputeOutcomes } from '@/domain/words'
import { rejectionReasons } from '@/domain/reissue'

/** How often of a hundred something is drawn, and what. */
const weighted = <const One>(...choices: readonly (readonly [weight: number, one: One])[]): fc.Arbitrary<One> =>
  fc.oneof(...choices.map(([weight, one]) => ({ weight, arbitrary: fc.constant(one) })))

const byCitizens = weighted(
  [14, 'card/reportLoss'], [14, 'card/releaseLoss'], [10, 'card/bankTold'], [3, 'card/dispute'], [3, 'reissue/apply'], [3, 'reissue/cancel'], [1, 'reissue/activate'],
  [1, 'card/setServicePassword'], [10, 'card/get'], [4, 'card/list'], [6, 'card/history'], [3, 'reissue/order'],
)
const byPartners = weighted(
  [8, 'channel/reportLoss'], [7, 'channel/releaseLoss'], [2, 'channel/acceptReissue'], [4, 'channel/bankReported'], [4, 'channel/bankReleased'],
  [5, 'channel/closeDispute'], [2, 'channel/rejectReissue'], [3, 'channel/moveOrder'], [2, 'channel/collect'], [2, 'channel/activate'],
  [2, 'channel/bankActivated'], [6, 'channel/cardStatus'], [4, 'channel/history'],
)

/**
 * How it goes: once; the connection is cut, and perhaps it is sent again; the same twice at once, or once more after its answer; the same check
 * for two requests at once; another request under the same key.
 */
const ways = weighted([58, 'once'], [8, 'cut'], [10, 'cutAndAgain'], [10, 'twice'], [6, 'again'], [5, 'rival'], [3, 'keyReused'])

const details = {
  nth: fc.nat(99),
  way: ways,
  cutAfter: fc.nat(12),
  told: fc.boolean(),
  passes: fc.nat(19).map((n) => n > 0),
  isThere: fc.boolean(),
  reportKind: fc.option(fc.constantFrom(...reportKinds), { nil: undefined }),
  reissueKind: fc.constantFrom(...reissueKinds),
  reason: fc.constantFrom('lost', 'damaged'),
  outcome: fc.constantFrom(...disputeOutcomes),
  rejectedFor: fc.constantFrom(...rejectionReasons),
  move: fc.constantFrom('produce', 'makeReady', 'mail'),
  about: weighted([5, 'lossReported'], [1, 'reportReleased'], [2, 'reissueAccepted'], [1, 'passwordSet']),
} as const

/** One thing that somebody sets about, in words that leave open what is known by then. */
const intents = fc.oneof(
  { weight: 6, arbitrary: fc.record({ ...details, op: byCitizens }) },
  { weight: 4, arbitrary: fc.record({ ...details, op: byPartners }) },
)
export type Intent = typeof intents extends fc.Arbitrary<infer One> ? One : never

/** What is set about with a card; the same for the same seed. */
export const planOf = (seed: number, count: number): Intent[] => fc.sample(intents, { seed, numRuns: count })
