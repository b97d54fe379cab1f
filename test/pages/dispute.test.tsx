import { fireEvent, screen } from '@testing-library/react'
import type { Disputable } from '@/domain/words'
import DisputePage from '@/pages/dispute/index'
import { cardOnWire, disputeOnWire } from '../support/builders/card-on-wire'
import { phone } from '../support/taro/phone'
import { pass } from '../support/wire/hooks'
import { heading, openOfficeWith, setOnline, showPage, tap } from '../support/wire/pages'
import { ToldDesk } from '../support/wire/told'

beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-03-10T10:30:00+08:00') }))
afterEach(() => jest.useRealTimers())

type Behind = Parameters<typeof openOfficeWith>[0]
const lost = cardOnWire({ state: 'formallyLost' })
const open = async (about: Disputable | '', { dispute, ...behind }: Behind & { readonly dispute?: ToldDesk['dispute'] } = {}) => {
  const desk = new ToldDesk(await openOfficeWith({ card: lost, ...behind }))
  desk.dispute = dispute
  if (behind.card && !behind.card.socialSecurity.state.endsWith('Lost')) desk.report = undefined
  await showPage(DisputePage, { cardId: 'card-1', about })
  return desk
}
const says = (words: string | RegExp) => expect(screen.getByText(words)).toBeTruthy()
const asked = ({ office }: ToldDesk) => office.wire.requestsOf('card/dispute')
const twice = async (name: string) => {
  const button = screen.getByRole('button', { name })
  fireEvent.click(button)
  fireEvent.click(button)
  await pass()
}
const go = '不是我办的，提出来'

test('before anything is said: which report, what saying so does, and that the card is safe', async () => {
  const desk = await open('lossReported')
  expect(heading()).toBe('这次挂失不是您办的？')
  for (const words of ['3月10日 周二 10:24，微信，本人', '谁来都先不能解挂、补卡', '挂失照样能办', '社保部门会知道，会来查', '您带身份证到柜台，说清楚就结束']) says(words)
  says(/社保功能停着/)
  expect(asked(desk)).toEqual([])
})

test('said once however often it is tapped; then how far it is, and where it is settled', async () => {
  const desk = await open('lossReported')
  await twice(go)
  expect(asked(desk)).toMatchObject([{ cardId: 'card-1', about: 'lossReported' }])
  expect(desk.taken).toBe(1)
  expect(heading()).toBe('已经提出，正在查')
  for (const words of ['挂失不是我办的', '今天 10:26', '到柜台说清楚', '现在到了这一步', '身份证；卡在手里，也带上']) says(words)
  await tap('找能办的柜台')
  expect(phone.opened).toEqual(['/pages/outlets/index?city=chengdu&cardId=card-1&need='])
})

test('somebody unhooked it: the loss can be reported again at once, before and after saying so', async () => {
  await open('reportReleased', { card: cardOnWire() })
  expect(heading()).toBe('这次解挂不是您办的？')
  await tap('马上挂失')
  expect(phone.opened).toEqual(['/pages/report-loss/index?cardId=card-1'])
  await tap(go)
  expect(screen.getByRole('button', { name: '马上挂失' })).toBeTruthy()
})

test('a card that is stopped again needs no second report', async () => {
  await open('reportReleased')
  expect(screen.queryByRole('button', { name: '马上挂失' })).toBeNull()
})

test('a password that was not theirs leads to another one', async () => {
  await open('passwordSet')
  await tap('重设电话服务密码')
  expect(phone.opened).toEqual(['/pages/service-password/index?cardId=card-1'])
})

test('a guardian who is not right is told to the hotline first', async () => {
  await open('guardianLinked')
  says('马上打热线，说“登记的监护人不对”，问问该怎么办。')
  await tap('人社热线，电话 028-12333')
  expect(phone.called).toEqual(['028-12333'])
})

test('a reissue that was not them is stopped by a call', async () => {
  await open('reissueAccepted', { card: cardOnWire({ state: 'beingReissued' }) })
  says('马上打热线，说“补卡不是我办的”，请他们先别发卡。')
  await tap('人社热线，电话 028-12333')
  expect(phone.called).toEqual(['028-12333'])
})

test('it was them after all: nothing is said', async () => {
  const desk = await open('lossReported')
  phone.pages = 2
  await tap('是我办的，不提了')
  expect(phone.opened).toEqual(['back'])
  expect(asked(desk)).toEqual([])
})

test.each([['lossReported', cardOnWire()], ['reissueAccepted', lost]] as const)('%s that does not stand cannot be disputed', async (about, card) => {
  await open(about, { card })
  expect(heading()).toBe('没有可以提出的事')
  expect(screen.queryByRole('button', { name: go })).toBeNull()
})

test('whoever acts for somebody else says nothing in their place', async () => {
  await open('lossReported', { card: cardOnWire({ state: 'formallyLost', holder: { relation: 'proxy', maskedName: '示*' } }) })
  expect(heading()).toBe('请本人来办')
})

test('one that is open already shows how far it is', async () => {
  const desk = await open('lossReported', { dispute: disputeOnWire({ about: 'reportReleased' }) })
  expect(heading()).toBe('之前就提出了，正在查')
  says('解挂不是我办的')
  expect(asked(desk)).toEqual([])
})

test.each([['upheld', '查清了：不是本人办的'], ['dismissed', '查清了：是本人办的']] as const)('one that was %s says when and how', async (outcome, words) => {
  await open('', { dispute: disputeOnWire({ closedAt: '2026-03-10T10:29:00.000+08:00', outcome }) })
  expect(heading()).toBe('已经查清了')
  for (const line of [words, '今天 10:29', '解挂、补卡都能办了']) says(line)
})

test('after one was settled another can be said, with the former in view', async () => {
  const desk = await open('lossReported', { dispute: disputeOnWire({ about: 'passwordSet', closedAt: '2026-03-09T10:29:00.000+08:00', outcome: 'dismissed' }) })
  says('上一次提出的')
  says('密码不是我设的')
  desk.dispute = undefined
  await tap(go)
  expect(heading()).toBe('已经提出，正在查')
})

test('one only looks how far it is', async () => {
  await open('', { dispute: disputeOnWire() })
  expect(heading()).toBe('“不是我办的”正在查')
})

test('nobody ever said so: the way to the history', async () => {
  await open('')
  expect(heading()).toBe('没有提出过')
  await tap('看挂失记录')
  expect(phone.opened).toEqual(['/pages/history/index?cardId=card-1'])
})

test('a lost answer is asked for again as the same one', async () => {
  const desk = await open('lossReported')
  desk.office.wire.next('lost')
  await tap(go)
  await pass(1_000)
  expect(heading()).toBe('已经提出，正在查')
  const keys = asked(desk).map((request) => (request as { idempotencyKey: string }).idempotencyKey)
  expect(new Set(keys).size).toBe(1)
  expect(desk.taken).toBe(1)
})

test('a rule that says no says why; going back leaves all as it was', async () => {
  const desk = await open('lossReported')
  desk.refuses = ['nothingToDispute']
  await tap(go)
  expect(heading()).toBe('没有可以提出的事')
  await tap('返回')
  expect(heading()).toBe('这次挂失不是您办的？')
})

test('without a network nothing is said, and the retry says it', async () => {
  const desk = await open('lossReported')
  await setOnline(false)
  await tap(go)
  expect(heading()).toBe('手机没连上网')
  expect(asked(desk)).toEqual([])
  await setOnline(true)
  await tap('再试一次')
  expect(heading()).toBe('已经提出，正在查')
})

test('in elder mode and in English', async () => {
  await open('reportReleased', { card: cardOnWire(), mode: 'elder', language: 'en' })
  expect(heading()).toBe('It wasn’t you who unhooked it?')
  await tap('It wasn’t me: say so')
  expect(heading()).toBe('Said, and being looked into')
})
