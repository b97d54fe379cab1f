import type { DataOf, MessageOnWire } from '@/contract'
import type { Copy } from '@/copy'
import type { ToldCopy } from '@/copy/told'
import { bank, cardOnWire, disputeOnWire, messageOnWire, reportOnWire } from './builders/card-on-wire'
import type { Played, Shot, Step } from './shot'

const citizen = '示例公民甲'
const read = true
const messages: MessageOnWire[] = [
  messageOnWire({
    messageId: '6', about: 'lapsesSoon', kind: 'temporary', channel: 'phone', at: '2026-11-20T09:00:00.000+08:00',
    lapsesAt: '2099-11-27T09:00:00.000+08:00', disputable: 'lossReported',
  }),
  messageOnWire({ messageId: '5', about: 'reportReleased', channel: 'alipay', by: 'guardian', actor: '示例公民·名字很长的人', disputable: 'reportReleased' }),
  messageOnWire({ messageId: '4', read, about: 'passwordSet', channel: 'counter', disputable: 'passwordSet' }),
  messageOnWire({ messageId: '3', read, about: 'disputed', channel: 'wechat' }),
  messageOnWire({ messageId: '2', read, about: 'disputeClosed', outcome: 'dismissed', channel: 'counter' }),
  messageOnWire({ messageId: '1', read, about: 'reportLapsed', channel: 'system', by: 'system', maskedNumber: '5101**********1111' }),
]
const inbox: Played = { 'person/inbox': { messages, unread: 2, cursor: '1' }, 'person/readInbox': { unread: 0 } }

const works = cardOnWire()
const lost = cardOnWire({ state: 'formallyLost', hindrances: { reportLoss: { reason: 'alreadyReported' }, releaseLoss: { reason: 'disputeOpen', where: ['counter'] } } })
type Detail = DataOf<'card/get'>
const detail = (more: Partial<Detail> = {}): Played => ({ 'card/get': { card: works, bank: { ...bank, told: false }, ...more } })
const report = reportOnWire()
const dispute = disputeOnWire()
const opened = detail({ card: lost, report, dispute })
const disputeOf = (about: string): string => `/pages/dispute/index?cardId=card-1&about=${about}`
const password = '/pages/service-password/index?cardId=card-1'

const told = (more: (m: ToldCopy) => readonly Step[]): NonNullable<Shot['taps']> => (_t, _o, _i, _f, m) => more(m)
const checked = (more: (m: ToldCopy) => readonly Step[]): NonNullable<Shot['taps']> =>
  (_t, _o, { check }, _f, m) => [m.password.go, check.agreeSandbox, check.sandboxGo, ...more(m)]
const passed: Played = { 'session/beginVerification': { verificationId: 'played', challenge: { provider: 'sandbox' } }, 'session/completeVerification': { result: 'passed' } }
const typed = (first: string, second: string) => (m: ToldCopy): Step[] =>
  [{ field: m.password.first, typed: first }, { field: m.password.second, typed: second }]

const checkedBy = (first: (t: Copy) => string): NonNullable<Shot['taps']> => (t, _o, { check }) => [first(t), check.agreeSandbox, check.sandboxGo]
const reported: Played = { ...detail(), ...passed, 'card/reportLoss': { card: lost, report, already: false } }
const released: Played = { ...detail({ card: cardOnWire({ state: 'formallyLost' }), report }), ...passed, 'card/releaseLoss': { card: works, report, already: false } }

/** What one is told, saying that it was not oneself, and the password of the phone line. */
export const screensOfTold: readonly Shot[] = [
  { name: 'messages', citizen, played: inbox, taps: ({ home }) => [home.services.messages] },
  { name: 'messages-empty', citizen, played: { 'person/inbox': { messages: [], unread: 0 } }, taps: ({ home }) => [home.services.messages] },
  { name: 'told-reported', citizen, route: '/pages/report-loss/index?cardId=card-1', played: reported, taps: checkedBy((t) => t.report.go) },
  { name: 'told-released', citizen, route: '/pages/release/index?cardId=card-1', played: released, taps: checkedBy((t) => t.release.go) },
  { name: 'dispute', citizen: '示例公民丁', taps: ({ home, history }) => [home.services.history, history.notMe] },
  { name: 'dispute-released', citizen, route: disputeOf('reportReleased'), played: detail() },
  { name: 'dispute-reissue', citizen, route: disputeOf('reissueAccepted'), played: detail({ card: cardOnWire({ state: 'beingReissued' }), report }) },
  { name: 'dispute-password', citizen, route: disputeOf('passwordSet'), played: detail({ dispute: { ...dispute, closedAt: dispute.openedAt, outcome: 'upheld' } }) },
  {
    name: 'dispute-said', citizen, route: disputeOf('reportReleased'),
    played: { ...detail({ dispute: disputeOnWire({ about: 'reportReleased', closedAt: dispute.openedAt, outcome: 'upheld' }) }), 'card/dispute': { card: works, dispute: disputeOnWire({ disputeId: 'dispute-2', about: 'reportReleased' }), already: false } },
    taps: told((m) => [m.dispute.go]),
  },
  { name: 'dispute-open', citizen, route: disputeOf(''), played: opened },
  { name: 'dispute-closed', citizen, route: disputeOf(''), played: detail({ dispute: { ...dispute, closedAt: dispute.openedAt, outcome: 'dismissed' } }) },
  { name: 'dispute-none', citizen, route: disputeOf(''), played: detail() },
  { name: 'disputed-card', citizen: '示例公民丁', played: opened, taps: ({ home }) => [home.services.card] },
  { name: 'disputed-history', citizen: '示例公民丁', played: opened, taps: ({ home }) => [home.services.history] },
  { name: 'disputed-release', citizen, route: '/pages/release/index?cardId=card-1', played: opened },
  { name: 'password', citizen, route: password, played: detail() },
  { name: 'password-check', citizen, route: password, played: detail(), taps: told((m) => [m.password.go]) },
  { name: 'password-digits', citizen, route: password, played: { ...detail(), ...passed }, taps: checked(typed('274951', '2749')) },
  { name: 'password-wrong', citizen, route: password, played: { ...detail(), ...passed }, taps: checked(typed('123456', '123455')) },
  {
    name: 'password-done', citizen, route: password, played: { ...detail(), ...passed, 'card/setServicePassword': { card: works } },
    taps: checked((m) => [...typed('274951', '274951')(m), m.password.set]),
  },
]
