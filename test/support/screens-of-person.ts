import type { Copy } from '@/copy'
import type { FamilyCopy } from '@/copy/family'
import type { IdentityCopy } from '@/copy/identity'
import type { DataOf } from '@/contract'
import type { Played, Shot, Step } from './shot'

const newcomer = '示例公民卯'
const guardian = '示例公民癸'
const result = (answer: 'failed' | 'cancelled' | 'pending' | 'passed'): Played => ({ 'session/completeVerification': { result: answer } })
const tooMany: Played = { 'session/beginVerification': { code: 'tooManyChecks', retryAfterSeconds: 82_800 } }
const noCamera: Played = { 'session/beginVerification': { verificationId: 'played', challenge: { provider: 'wechat', verifyId: 'played' } } }

/** Name and number as the newcomer's note says them; in elder mode the way from one to the next is found by itself. */
const said = ({ bind }: IdentityCopy): Step[] =>
  [{ field: bind.name, typed: newcomer }, { field: bind.number, typed: '000000199404160168' }, bind.next]
const checked = ({ check }: IdentityCopy): Step[] => [check.agreeSandbox, check.sandboxGo]
const binding = (more: (i: IdentityCopy) => Step[] = () => []): NonNullable<Shot['taps']> => (_t, _o, i) => [...said(i), ...more(i)]

const bindScreens: readonly Shot[] = [
  { name: 'bind', citizen: newcomer },
  { name: 'bind-check', citizen: newcomer, taps: binding() },
  { name: 'bind-failed', citizen: newcomer, played: result('failed'), taps: binding(checked) },
  { name: 'bind-cancelled', citizen: newcomer, played: result('cancelled'), taps: binding(checked) },
  { name: 'bind-pending', citizen: newcomer, played: result('pending'), taps: binding(checked) },
  { name: 'bind-too-many', citizen: newcomer, played: tooMany, taps: binding(({ check }) => [check.agreeSandbox]) },
  { name: 'bind-unsupported', citizen: newcomer, played: noCamera, taps: binding(({ check }) => [check.agreeSandbox]) },
  { name: 'bind-not-done', citizen: newcomer, played: { ...result('passed'), 'session/bind': { code: 'verificationUsed' } }, taps: binding(checked) },
  { name: 'bind-moved', citizen: newcomer, played: { ...result('passed'), 'session/bind': { maskedName: '示****', moved: true, already: false }, 'card/list': { cards: [] } }, taps: binding(checked) },
  { name: 'bind-known', citizen: '示例公民甲', route: '/pages/bind/index' },
  {
    name: 'bind-ended', citizen: newcomer,
    played: { 'session/account': { bound: false, ended: { at: '2026-03-10T08:00:00.000+08:00', why: 'moved' } } },
  },
  { name: 'not-bound', citizen: newcomer, taps: ({ common }) => [common.back] },
  { name: 'sign-in-first', route: '/pages/family/index' },
]

const toFamily = (more: (f: FamilyCopy) => readonly Step[] = () => []): NonNullable<Shot['taps']> => ({ home }, _o, _i, f) => [home.services.family, ...more(f)]
const familyScreens: readonly Shot[] = [
  { name: 'family', citizen: guardian, taps: toFamily() },
  { name: 'family-empty', citizen: '示例公民甲', taps: toFamily() },
  { name: 'family-consent', citizen: guardian, section: (f) => f.family.children, taps: toFamily((f) => [f.family.consent.needed]) },
  { name: 'family-acting', citizen: guardian, section: (f) => f.family.acting, taps: toFamily((f) => [f.family.giveBack.stop]) },
  { name: 'family-acting-card', citizen: guardian, section: (f) => f.family.acting, taps: toFamily((f) => [f.seeCard]) },
  { name: 'family-child-card', citizen: guardian, taps: ({ words }) => [words.tail('1111')] },
  { name: 'family-stop', citizen: '示例公民子', section: (f) => f.family.proxies, taps: toFamily((f) => [f.family.revoke.stop]) },
  { name: 'family-which-card', citizen: '示例公民子', section: (f) => f.family.proxies, taps: toFamily((f) => [f.family.name]) },
]

/** From home to one's only card's proxy; what is asked after that may be on one screen or on several. */
const granting = (more: (i: IdentityCopy, f: FamilyCopy) => Step[]): Pick<Shot, 'taps' | 'section'> => ({
  section: (f) => f.family.proxies,
  taps: ({ home }, _o, i, f) => [home.services.family, f.family.name, f.purposes.reportLoss, ...more(i, f)],
})
const named = (name: string, idNumber: string) => (_i: IdentityCopy, { grant }: FamilyCopy): Step[] =>
  [{ field: grant.name, typed: name }, { field: grant.idNumber, typed: idNumber }]
const confirmed = (i: IdentityCopy, f: FamilyCopy): Step[] =>
  [...named('示例公民丙', '00000019910909003X')(i, f), f.grant.next, { seen: f.grant.confirmSecond }]
const granted = { grant: {
  grantId: 'played', cardId: 'played', maskedName: '示****', maskedNumber: '5101**********0101', purpose: 'reportLoss',
  grantedAt: '2026-11-25T08:00:00.000+08:00', until: '2026-11-28T00:00:00.000+08:00',
} } as const
const grantScreens: readonly Shot[] = [
  { name: 'grant', citizen: '示例公民甲', section: (f) => f.family.proxies, taps: toFamily((f) => [f.family.name]) },
  { name: 'grant-wrong-number', citizen: '示例公民甲', ...granting(named('示例公民丙', '000000199109090031')) },
  { name: 'grant-confirm', citizen: '示例公民甲', ...granting(confirmed) },
  { name: 'grant-check', citizen: '示例公民甲', ...granting((i, f) => [...confirmed(i, f), f.grant.go]) },
  {
    name: 'grant-done', citizen: '示例公民甲', played: { ...result('passed'), 'person/grantProxy': granted },
    ...granting((i, f) => [...confirmed(i, f), f.grant.go, ...checked(i)]),
  },
]

const fromSettings = (more: (f: FamilyCopy, i: IdentityCopy) => readonly Step[]): NonNullable<Shot['taps']> =>
  ({ home }: Copy, _o, i, f) => [home.services.settings, ...more(f, i)]
const yours = { citizen: '示例公民甲', section: (f: FamilyCopy) => f.myData.yours } as const
const went: DataOf<'person/eraseData'> = { erased: [{ what: 'account', count: 2 }, { what: 'session', count: 13 }], stays: [{ what: 'identity', count: 1 }, { what: 'cardRecord', count: 1 }] }
const dataScreens: readonly Shot[] = [
  { name: 'my-data', citizen: '示例公民甲', taps: fromSettings((f) => [f.titles.myData]) },
  { name: 'my-data-export', ...yours, taps: fromSettings((f) => [f.titles.myData, f.myData.exportCell]) },
  {
    name: 'my-data-copy', ...yours, played: { ...result('passed'), 'person/exportData': { copy: JSON.stringify({ name: '示例公民甲', idNumber: '00000019850312001X' }, null, 2) } },
    taps: fromSettings((f, i) => [f.titles.myData, f.myData.exportCell, f.export.go, ...checked(i)]),
  },
  { name: 'my-data-unbind', ...yours, taps: fromSettings((f) => [f.titles.myData, f.myData.unbind]) },
  { name: 'my-data-unbound', ...yours, played: { 'session/unbind': { already: false } }, taps: fromSettings((f) => [f.titles.myData, f.myData.unbind, f.leave.unbindYes]) },
  { name: 'my-data-erase', ...yours, taps: fromSettings((f) => [f.titles.myData, f.myData.erase]) },
  { name: 'my-data-erase-ask', ...yours, taps: fromSettings((f) => [f.titles.myData, f.myData.erase, f.leave.erase]) },
  { name: 'my-data-erased', ...yours, played: { 'person/eraseData': went }, taps: fromSettings((f) => [f.titles.myData, f.myData.erase, f.leave.erase, f.leave.eraseYes]) },
  { name: 'privacy', citizen: '示例公民甲', taps: fromSettings((f) => [f.titles.privacy]) },
]

/** Who one is, one's family, and one's own data. */
export const screensOfPerson: readonly Shot[] = [...bindScreens, ...familyScreens, ...grantScreens, ...dataScreens]
