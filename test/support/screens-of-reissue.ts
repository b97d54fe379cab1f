import type { ReissueCopy } from '@/copy/reissue'
import { reissueRefusals } from '@/domain/decision'
import { bank, cardOnWire, reportOnWire } from './builders/card-on-wire'
import { demoList, outletOnWire } from './builders/outlet-on-wire'
import { answerOnWire, optionOnWire, orderOnWire } from './builders/reissue-on-wire'
import type { Played, Shot, Step } from './shot'

const citizen = '示例公民甲'
const cardOf = (card = cardOnWire()): Played => ({ 'card/get': { card, bank: { ...bank, told: false } } })
const lost = cardOnWire({ state: 'formallyLost' })
const ready = { uncovered: '2027' }
const dated = { date: '2026-12-22' }
const four = answerOnWire({
  options: [optionOnWire('instant'), optionOnWire('serviceOutlet', { ready: dated }), optionOnWire('bankApp', { ready }), optionOnWire('mail', { ready })],
})
const exchange = { kind: 'exchange', report: 'notNeeded', stopsOldCard: false } as const
const seven = ['icbc', 'abc', 'ccb', 'psbc', 'boc', 'bocd', 'cdrcb']
const answers = (answer = four): Played => ({ ...cardOf(), 'reissue/options': { answer } })
const at = (reason: string): string => `/pages/reissue/index?cardId=card-1&reason=${reason}`
const papersFor = (reason: string): string => `/pages/papers/index?cardId=card-1&reason=${reason}&way=instant`

const passed: Played = { 'session/beginVerification': { verificationId: 'played', challenge: { provider: 'sandbox' } }, 'session/completeVerification': { result: 'passed' } }
const outlets: Played = { 'outlets/search': { list: demoList, outlets: [outletOnWire(1), outletOnWire(2, { opening: { state: 'closed', why: 'dayOff' } }), outletOnWire(3)] } }
const onlyMail = answerOnWire({ options: [optionOnWire('mail', { ready })] })
const onlyOutlet = answerOnWire({ options: [optionOnWire('serviceOutlet', { ready })] })
const ofReissue = (more: (r: ReissueCopy) => readonly Step[]): NonNullable<Shot['taps']> => (_t, _o, _i, _f, _m, r) => more(r)
const inElder = (way: 'mail' | 'serviceOutlet'): NonNullable<Shot['section']> => (_f, { ways }) => ways.way[way]
const filled = ({ apply: { address: said, next } }: ReissueCopy): Step[] => [
  { field: said.recipient, typed: '示例公民·名字很长的人阿卜杜拉' }, { field: said.phone, typed: '+86 138-0000-0000' },
  said.division, '武侯区', { field: said.street, typed: '示例路 1 号示例小区 2 栋 3 单元 301 室' }, next,
]
const toReview = (r: ReissueCopy): Step[] => [r.ways.apply, r.apply.outlet.later, r.apply.next]
const sent = (more: Played): Played => ({ ...answers(onlyOutlet), ...outlets, ...passed, ...more })
const toSent: NonNullable<Shot['taps']> = (_t, _o, { check }, _f, _m, r) => [...toReview(r), r.apply.review.go, check.agreeSandbox, check.sandboxGo]

/** From what happened to the application that is in; every answer is played. */
export const screensOfReissue: readonly Shot[] = [
  { name: 'happened', citizen, route: '/pages/what-happened/index?cardId=card-1', played: cardOf() },
  { name: 'happened-reported', citizen, route: '/pages/what-happened/index?cardId=card-1', played: cardOf(cardOnWire({ state: 'beingReissued', order: 'inProduction' })) },
  { name: 'happened-lost', citizen, route: '/pages/what-happened/index?cardId=card-1', played: cardOf(), section: (_f, { happened }) => happened.groups.gone, taps: ofReissue(({ happened }) => [happened.what.lost]) },
  { name: 'happened-state', citizen, route: '/pages/what-happened/index?cardId=card-1', played: cardOf(lost), section: (_f, { happened }) => happened.groups.broken, taps: ofReissue(({ happened }) => [happened.what.abnormal]) },
  { name: 'reissue-ways', citizen, route: at('lost'), played: answers() },
  { name: 'reissue-ways-bank', citizen, route: at('bankChanged'), played: answers(answerOnWire({ ...exchange, fee: 0, options: [optionOnWire('instant', { banks: seven }), optionOnWire('mail', { ready })] })) },
  { name: 'reissue-two-steps', citizen, route: at('movedProvince'), played: answers(answerOnWire({ cancelFirst: true, options: [optionOnWire('instant', { banks: seven })] })) },
  { name: 'reissue-none', citizen, route: at('lost'), played: answers(answerOnWire({ options: [] })) },
  ...reissueRefusals.slice(0, 3).map((refused): Shot => ({ name: `reissue-refused-${refused}`, citizen, route: at('lost'), played: { ...cardOf(), 'reissue/options': { answer: { refused } } } })),
  { name: 'reissue-not-found', citizen, route: at('lost'), played: { ...cardOf(), 'reissue/options': { code: 'busy' } } },
  {
    name: 'reissue-bank', citizen, route: at('bankChanged'),
    played: answers(answerOnWire({ ...exchange, options: [optionOnWire('instant', { banks: seven }), optionOnWire('mail', { ready })] })), section: inElder('mail'), taps: ofReissue((r) => [r.ways.apply]),
  },
  { name: 'reissue-outlet', citizen, route: at('lost'), played: { ...answers(onlyOutlet), ...outlets }, section: inElder('serviceOutlet'), taps: ofReissue((r) => [r.ways.apply]) },
  { name: 'reissue-outlet-none', citizen, route: at('lost'), played: { ...answers(onlyOutlet), 'outlets/search': { outlets: [], list: demoList } }, section: inElder('serviceOutlet'), taps: ofReissue((r) => [r.ways.apply]) },
  { name: 'reissue-outlet-no-list', citizen, route: at('lost'), played: { ...answers(onlyOutlet), 'outlets/search': { outlets: [] } }, section: inElder('serviceOutlet'), taps: ofReissue((r) => [r.ways.apply]) },
  { name: 'reissue-outlet-near', citizen, route: at('lost'), played: { ...answers(onlyOutlet), ...outlets }, section: inElder('serviceOutlet'), taps: ofReissue((r) => [r.ways.apply, r.apply.outlet.near]) },
  { name: 'reissue-address', citizen, route: at('lost'), played: answers(onlyMail), section: inElder('mail'), taps: ofReissue((r) => [r.ways.apply]) },
  { name: 'reissue-division', citizen, route: at('lost'), played: answers(onlyMail), section: inElder('mail'), taps: ofReissue((r) => [r.ways.apply, r.apply.address.division]) },
  { name: 'reissue-division-long', citizen, route: at('lost'), played: answers(onlyMail), section: inElder('mail'), taps: ofReissue((r) => [r.ways.apply, r.apply.address.division, r.apply.address.up, r.apply.address.up, '云南省', '西双版纳傣族自治州']) },
  { name: 'reissue-address-wrong', citizen, route: at('lost'), played: answers(onlyMail), section: inElder('mail'), taps: ofReissue((r) => [r.ways.apply, { field: r.apply.address.phone, typed: '12800000000' }]) },
  { name: 'reissue-review-mail', citizen, route: at('lost'), played: answers(onlyMail), section: inElder('mail'), taps: ofReissue((r) => [r.ways.apply, ...filled(r)]) },
  { name: 'reissue-review', citizen, route: at('damaged'), played: { ...answers(answerOnWire({ ...exchange, options: [optionOnWire('serviceOutlet', { ready })] })), ...outlets }, section: inElder('serviceOutlet'), taps: ofReissue(toReview) },
  {
    name: 'reissue-photo', citizen, route: at('oldMedicalCard'), played: { ...answers(answerOnWire({ ...exchange, options: [optionOnWire('serviceOutlet', { ready, photo: true })] })), ...outlets },
    section: inElder('serviceOutlet'), taps: ofReissue(toReview),
  },
  { name: 'reissue-check', citizen, route: at('lost'), played: sent({}), section: inElder('serviceOutlet'), taps: ofReissue((r) => [...toReview(r), r.apply.review.go]) },
  { name: 'reissue-done', citizen, route: at('lost'), played: { ...sent({ 'reissue/apply': { card: lost, order: orderOnWire(), report: reportOnWire(), already: false } }), ...cardOf(lost) }, section: inElder('serviceOutlet'), taps: toSent },
  { name: 'reissue-unsure', citizen, route: at('lost'), played: sent({ 'reissue/apply': { code: 'fault' } }), section: inElder('serviceOutlet'), taps: toSent },
  { name: 'reissue-failed', citizen, route: at('lost'), played: sent({ 'reissue/apply': { code: 'verificationUsed' } }), section: inElder('serviceOutlet'), taps: toSent },
  { name: 'reissue-refused-later', citizen, route: at('lost'), played: sent({ 'reissue/apply': { code: 'bankNotOffered' } }), section: inElder('serviceOutlet'), taps: toSent },
  { name: 'papers', citizen, route: papersFor('oldMedicalCard'), played: cardOf(), taps: ofReissue(({ papers }) => [papers.paper.holderId]) },
  { name: 'papers-child', citizen, route: papersFor('damaged'), played: cardOf(cardOnWire({ holder: { relation: 'guardian', maskedName: '示*' } })) },
]
