import { act, screen, within } from '@testing-library/react'
import { keepSession, session } from '@/features/session/store'
import MessagesPage from '@/pages/messages/index'
import { messageOnWire } from '../support/builders/card-on-wire'
import { phone } from '../support/taro/phone'
import { pass } from '../support/wire/hooks'
import { heading, openOfficeWith, setOnline, showPage, tap } from '../support/wire/pages'
import { ToldDesk } from '../support/wire/told'
import { Refused } from '../support/wire/wire'

beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-03-10T10:30:00+08:00') }))
afterEach(() => jest.useRealTimers())

const open = async (messages: ToldDesk['messages'], behind: Parameters<typeof openOfficeWith>[0] = {}) => {
  const desk = new ToldDesk(await openOfficeWith(behind))
  desk.messages = messages
  await showPage(MessagesPage)
  return desk
}
const says = (words: string | RegExp) => expect(screen.getByText(words)).toBeTruthy()
const read = (message = messageOnWire()) => ({ ...message, read: true })
const warning = messageOnWire({ messageId: 'message-2', about: 'lapsesSoon', kind: 'temporary', channel: 'phone', lapsesAt: '2026-03-13T14:20:00.000+08:00' })

test('what happened, when, through which door, by whom and to which card; the unread ones say so in words', async () => {
  await open([messageOnWire(), read(messageOnWire({ messageId: 'message-0', about: 'reportReleased', channel: 'alipay', by: 'guardian', actor: '示*' }))])
  expect(heading()).toBe('告诉过您的事')
  says('1 条没看过，已经标出来')
  const [newest, older] = screen.getAllByRole('listitem')
  for (const words of ['没看过', '社保功能正式挂失了', '今天 10:24，微信，本人', '社保卡 5101**********1234']) expect(within(newest!).getByText(words)).toBeTruthy()
  for (const words of ['解挂了，社保功能恢复使用', '今天 10:24，支付宝，示*（监护人）办理']) expect(within(older!).getByText(words)).toBeTruthy()
  expect(within(older!).queryByText('没看过')).toBeNull()
})

test('what is shown counts as read, once, and the marks stay while it is looked at', async () => {
  const desk = await open([messageOnWire(), read(messageOnWire({ messageId: 'message-0' }))])
  expect(desk.office.wire.requestsOf('person/readInbox')).toEqual([{ messageId: 'message-1' }])
  says('没看过')
  await pass(60_000)
  expect(desk.office.wire.requestsOf('person/readInbox')).toHaveLength(1)
})

test('where all is read nothing is said to be', async () => {
  const desk = await open([read()])
  says('都看过了')
  expect(desk.office.wire.requestsOf('person/readInbox')).toEqual([])
})

test('a reading that could not be noted is no trouble', async () => {
  const office = await openOfficeWith()
  const desk = new ToldDesk(office)
  desk.messages = [messageOnWire()]
  office.wire.on('person/readInbox', () => {
    throw new Refused('busy')
  })
  await showPage(MessagesPage)
  expect(heading()).toBe('告诉过您的事')
})

test.each([
  [{ about: 'lossReported', kind: 'temporary' }, '社保功能临时挂失了'],
  [{ about: 'lossReported', function: 'financial', by: 'bank' }, '银行账户挂失了'],
  [{ about: 'reportReleased', function: 'financial', by: 'bank' }, '银行解挂了，账户恢复使用'],
  [{ about: 'reportLapsed', by: 'system', channel: 'system' }, '临时挂失到期，社保功能恢复使用'],
  [{ about: 'reportLapsed', by: 'system', channel: 'system', function: 'financial' }, '银行挂失到期了'],
  [{ about: 'reissueAccepted', channel: 'counter' }, '补卡受理了，旧卡不能再解挂'],
  [{ about: 'disputed' }, '有人提出“不是我办的”'],
  [{ about: 'disputeClosed', outcome: 'upheld', channel: 'counter' }, '查清了：不是本人办的'],
  [{ about: 'disputeClosed', outcome: 'dismissed', channel: 'counter' }, '查清了：是本人办的'],
  [{ about: 'passwordSet' }, '设了电话服务密码'],
  [{ about: 'guardianLinked', channel: 'counter', by: 'guardian', actor: '示****' }, '柜台登记了一位监护人'],
] as const)('%j is told in plain words', async (difference, words) => {
  await open([messageOnWire(difference)])
  says(words)
})

test('what the clock did names nobody', async () => {
  await open([messageOnWire({ about: 'reportLapsed', by: 'system', channel: 'system' })])
  says('今天 10:24，系统自动')
})

test('a warning says what runs out when, and leads to a formal report with one tap', async () => {
  await open([warning])
  says('临时挂失快到期了')
  says('3月13日 周五 14:20 自动解挂，捡到的人又能用')
  await tap('改成正式挂失')
  expect(phone.opened).toEqual(['/pages/report-loss/index?cardId=card-1'])
})

test('a warning whose time is over warns no more', async () => {
  await open([{ ...warning, lapsesAt: '2026-03-10T10:29:59.000+08:00' }])
  says('今天 10:29 已经到期')
  expect(screen.queryByRole('button', { name: '改成正式挂失' })).toBeNull()
})

test('what can be disputed says so, with the card’s own hotline', async () => {
  await open([messageOnWire({ disputable: 'lossReported', hotline: '96102' })])
  await tap('人社热线，电话 96102')
  expect(phone.called).toEqual(['96102'])
  await tap('不是我办的')
  expect(phone.opened).toEqual(['/pages/dispute/index?cardId=card-1&about=lossReported'])
})

test('a dispute leads to how far it is', async () => {
  await open([messageOnWire({ about: 'disputed' })])
  says('查清以前，不能解挂、补卡')
  await tap('看查到哪一步')
  expect(phone.opened).toEqual(['/pages/dispute/index?cardId=card-1&about='])
})

test('a step of a new card says which one, what has to be put right, and leads to how far it is', async () => {
  await open([messageOnWire({ about: 'reissueMoved', channel: 'counter', to: 'rejected', rejectedFor: 'address' }), messageOnWire({ messageId: 'message-0', about: 'functionActivated', function: 'financial', channel: 'bank' })])
  for (const words of ['新卡申请退回，要改一改', '地址寄不到，改一改', '新卡银行功能激活了']) says(words)
  await tap('看新卡办到哪一步')
  expect(phone.opened).toEqual(['/pages/order/index?cardId=card-1'])
})

test('older ones come page by page', async () => {
  await open([1, 2, 3].map((n) => read(messageOnWire({ messageId: `message-${n}` }))))
  expect(screen.getAllByRole('listitem')).toHaveLength(2)
  await tap('再看以前的')
  expect(screen.getAllByRole('listitem')).toHaveLength(3)
  expect(screen.queryByRole('button', { name: '再看以前的' })).toBeNull()
})

test('older ones that did not come can be asked for again', async () => {
  const desk = await open([1, 2, 3].map((n) => read(messageOnWire({ messageId: `message-${n}` }))))
  desk.office.wire.next('neverSent')
  await tap('再看以前的')
  await tap('以前的没有查到，再试一次')
  expect(screen.getAllByRole('listitem')).toHaveLength(3)
})

test('nobody was told anything yet: what will be here, and whom to call', async () => {
  await open([])
  expect(heading()).toBe('还没有消息')
  await tap('看不明白，打热线问，电话 028-12333')
  expect(phone.called).toEqual(['028-12333'])
})

test('without a network there is a way to call', async () => {
  await openOfficeWith()
  await setOnline(false)
  await showPage(MessagesPage)
  expect(heading()).toBe('手机没连上网')
  await tap('看不明白，打热线问，电话 028-12333')
  expect(phone.called).toEqual(['028-12333'])
})

test('what went wrong is said and can be tried again', async () => {
  const office = await openOfficeWith()
  office.wire.on('person/inbox', () => {
    throw new Refused('busy')
  })
  await showPage(MessagesPage)
  expect(heading()).toBe('现在办的人多')
  new ToldDesk(office).messages = [messageOnWire()]
  await tap('再试一次')
  expect(heading()).toBe('告诉过您的事')
})

test('an expired session is renewed in silence; one that is over asks to sign in, and shows nothing of it', async () => {
  const office = await openOfficeWith()
  const desk = new ToldDesk(office)
  desk.messages = [messageOnWire()]
  const expired = session.get()?.token
  office.wire.on('person/inbox', (_, token) => {
    if (token === expired) throw new Refused('notSignedIn')
    return { messages: desk.messages, unread: 0 }
  })
  await showPage(MessagesPage)
  says('社保功能正式挂失了')
  act(() => keepSession(undefined))
  expect(heading()).toBe('登录了才能查您的卡')
  expect(screen.queryByText('社保功能正式挂失了')).toBeNull()
})

test('an account that is nobody’s any more is asked whose it is', async () => {
  const office = await openOfficeWith()
  office.wire.on('person/inbox', () => {
    throw new Refused('notBound')
  })
  await showPage(MessagesPage)
  expect(heading()).toBe('要先确认您是谁')
})

test('in elder mode and in English it says the same', async () => {
  await open([{ ...warning, disputable: 'lossReported' }], { mode: 'elder', language: 'en' })
  expect(heading()).toBe('What you were told')
  for (const words of ['New', 'A temporary report is about to end', '13 Mar, Fri 14:20: it ends by itself, and a finder can use the card again']) says(words)
  for (const name of ['Make it formal', 'It wasn’t me']) expect(screen.getByRole('button', { name })).toBeTruthy()
})

test('in a browser nobody is asked for leave to send messages', async () => {
  const desk = await open([read()])
  expect(desk.office.wire.requestsOf('person/messageTemplates')).toEqual([])
})
