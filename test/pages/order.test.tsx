import { act, screen } from '@testing-library/react'
import { keepSession } from '@/features/session/store'
import OrderPage from '@/pages/order/index'
import type { OrderOnWire } from '@/contract'
import { cardOnWire } from '../support/builders/card-on-wire'
import { demoList, outletOnWire } from '../support/builders/outlet-on-wire'
import { orderOnWire } from '../support/builders/reissue-on-wire'
import { phone } from '../support/taro/phone'
import { pass } from '../support/wire/hooks'
import { OrderDesk } from '../support/wire/order'
import { heading, openOfficeWith, setOnline, showPage, tap } from '../support/wire/pages'

beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-03-10T10:30:00+08:00') }))
afterEach(() => jest.useRealTimers())

type Behind = Parameters<typeof openOfficeWith>[0]
let count = 0
const open = async (order: OrderOnWire | undefined, behind: Behind = {}, prepare: (desk: OrderDesk) => void = () => undefined) => {
  count += 1
  const cardId = `card-${count}`
  const card = { ...(behind.card ?? cardOnWire({ state: 'beingReissued' })), cardId }
  const desk = new OrderDesk(await openOfficeWith({ ...behind, card }))
  desk.order = order
  prepare(desk)
  await showPage(OrderPage, { cardId })
  return desk
}
const says = (words: string | RegExp) => expect(screen.getAllByText(words).length).toBeGreaterThan(0)
const address = { recipient: '示例公民', phone: '13800000000', division: '510107', street: '示例路 1 号' }
const mailed = (differences: Partial<OrderOnWire>) => orderOnWire({ way: 'mail', address, ...differences })
const opens = (page: string) => expect(phone.opened).toEqual([`/pages/${page}`])

test.each([
  [orderOnWire(), '等网点受理', /受理以前，可以撤回/],
  [orderOnWire({ state: 'accepted', ready: { date: '2026-03-31' } }), '3月31日 前后可以领', '好了会写在“消息”里，不用天天来看。'],
  [mailed({ state: 'inProduction', ready: { date: '2026-03-31' } }), '3月31日 前后寄出', /^好了/],
  [orderOnWire({ state: 'inProduction', ready: { uncovered: '2027' } }), '受理起大约 3 个星期制好', /^好了/],
  [orderOnWire({ state: 'inProduction', ready: { date: '2026-03-09' } }), '新卡还在制', '比说好的 3月9日 晚了。打热线问一问。'],
  [orderOnWire({ state: 'accepted', way: 'instant' }), '正在制卡，等着就能拿', /^好了/],
  [orderOnWire({ state: 'ready', collectBy: '2026-06-08' }), '新卡可以领了', '带齐下面这些去领，6月8日 以前最好。'],
  [mailed({ state: 'ready' }), '新卡制好了', '就要寄给您。寄出会告诉您。'],
  [mailed({ state: 'mailed' }), '新卡寄出了', '收到以后，要启用才能用。'],
  [mailed({ state: 'returned' }), '新卡退回来了', '地址没有寄到。改一下地址，再寄。'],
  [orderOnWire({ state: 'uncollected' }), '新卡还等着您领', /还给您留着/],
  [orderOnWire({ state: 'collected' }), '新卡拿到了，还没启用', /药店、医院会拒收/],
  [orderOnWire({ state: 'socialSecurityActivated' }), '社保功能能用了', /银行账户还不能用/],
  [orderOnWire({ state: 'financialActivated' }), '银行功能激活了', /还不能看病、买药/],
  [orderOnWire({ state: 'closed' }), '新卡都能用了', /都启用了/],
  [orderOnWire({ state: 'cancelled' }), '申请撤回了', /挂失还在/],
  [orderOnWire({ state: 'cancelled', kind: 'exchange', reason: 'damaged' }), '申请撤回了', /旧卡和原来一样/],
] as const)('how far it is stands over all, with the next step (%#)', async (order, title, next) => {
  await open(order)
  expect(heading()).toBe(title)
  says(next)
})

test('the way is a picture of steps, each with when it was or what comes', async () => {
  await open(orderOnWire({ state: 'inProduction', ready: { date: '2026-03-31' }, steps: [{ state: 'applied', at: '2026-03-09T10:30:00.000+08:00' }, { state: 'accepted', at: '2026-03-10T09:00:00.000+08:00' }] }))
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    '申请3月9日 周一 10:30', '受理今天 09:00旧卡不能再解挂', '制卡现在3月31日 前后', '领卡带身份证和领卡凭证', '启用社保功能在手机上、自助机上，或者去网点', '激活银行功能去银行',
  ])
})

test.each([
  [orderOnWire({ state: 'rejected', rejectedFor: 'photo', steps: [{ state: 'applied', at: '2026-03-09T10:30:00.000+08:00' }, { state: 'rejected', at: '2026-03-10T09:00:00.000+08:00' }] }), '受理等您来办今天 09:00退回来改，改好再受理'],
  [mailed({ state: 'returned', steps: [{ state: 'accepted', at: '2026-03-01T10:30:00.000+08:00' }, { state: 'returned', at: '2026-03-10T09:00:00.000+08:00' }] }), '寄出等您来办今天 09:00没有寄到，退回来了'],
  [orderOnWire({ state: 'uncollected', steps: [{ state: 'accepted', at: '2026-03-01T10:30:00.000+08:00' }, { state: 'uncollected', at: '2026-03-10T00:00:00.000+08:00' }] }), '领卡等您来办今天 00:00过了该领的日子'],
  [orderOnWire({ state: 'ready', collectBy: '2026-06-08' }), '领卡现在最好在 6月8日 以前'],
  [mailed({ state: 'mailed' }), '收到新卡现在寄到您填的地址'],
] as const)('the row where it stands says since when, why, and what for (%#)', async (order, row) => {
  await open(order)
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toContain(row)
})

test('of an exchange nothing is said about unhooking', async () => {
  await open(orderOnWire({ kind: 'exchange', reason: 'damaged', state: 'accepted', steps: [{ state: 'accepted', at: '2026-03-10T09:00:00.000+08:00' }] }))
  expect(screen.queryByText('旧卡不能再解挂')).toBeNull()
})

test('the outlet it is collected at opens; what to bring is ticked off and stays so', async () => {
  const outlet = { ...outletOnWire(1), source: '示例' }
  await open(orderOnWire({ state: 'ready', outlet: outlet.outletId }), {}, ({ office }) => office.wire.on('outlets/get', () => ({ outlet, list: demoList })))
  await pass(400)
  await tap(new RegExp(outlet.name))
  expect(phone.opened).toEqual([`/pages/outlet/index?outletId=${outlet.outletId}`])
  says('还差 2 样')
  await tap(/^持卡人的身份证/, 'checkbox')
  says('还差 1 样')
  await tap('出示领卡凭证')
  expect(phone.opened.at(-1)).toMatch(/^\/pages\/receipt\/index/)
  expect(JSON.stringify([...phone.storage.values()])).toContain('holderId')
})

test('where no outlet was chosen, those that hand out cards are looked up', async () => {
  await open(orderOnWire({ state: 'ready' }))
  await tap('看哪里能领卡')
  expect(phone.opened[0]).toMatch(/need=collect$/)
})

describe('sent back', () => {
  const rejected = (rejectedFor: OrderOnWire['rejectedFor'], more: Partial<OrderOnWire> = {}) => orderOnWire({ state: 'rejected', ...(rejectedFor && { rejectedFor }), ...more })

  test('for its photo: another one is chosen in place and sent', async () => {
    const desk = await open(rejected('photo'))
    phone.picture = { width: 600, height: 800, weighs: () => 'AAAA' }
    says(/照片不合要求/)
    await tap('换一张照片')
    await tap('选照片，或者拍一张')
    await tap('用这张，下一步')
    await pass()
    expect(desk.corrections).toMatchObject([{ orderId: 'BK2603100017', photoId: 'photo-1' }])
    expect(heading()).toBe('等网点受理')
  })

  test('for its address: another one is typed in place and sent', async () => {
    const desk = await open(rejected('address', { way: 'mail', address }))
    says('这个地址寄不到。改好再交。')
    await tap(/^改地址$/)
    await tap('就寄到这里')
    await pass()
    expect(desk.corrections).toMatchObject([{ address }])
    expect(heading()).toBe('等网点受理')
  })

  test('since something differs: an outlet checks it, then it is sent once more, once however often it is tapped', async () => {
    const desk = await open(rejected('dataMismatch'))
    await tap('看去哪里核对')
    expect(phone.opened[0]).toMatch(/^\/pages\/outlets\/index/)
    const letGo = desk.office.wire.hold('reissue/correct')
    await tap('核对过了，再交一次')
    await tap('正在交…')
    letGo()
    await pass()
    expect(desk.corrections).toHaveLength(1)
    expect(heading()).toBe('等网点受理')
  })
})

describe('taken back', () => {
  test('after it was asked once more what that means', async () => {
    const desk = await open(orderOnWire(), { card: cardOnWire({ state: 'formallyLost' }) })
    await tap('撤回申请')
    expect(screen.getByRole('dialog', { name: '撤回这次申请？' })).toBeTruthy()
    says(/挂失还在：卡找到了能解挂/)
    await tap('先不撤回')
    expect(desk.cancellations).toEqual([])
    await tap('撤回申请')
    await act(async () => screen.getAllByRole('button', { name: '撤回申请' }).at(-1)?.click())
    await pass()
    expect(desk.cancellations).toMatchObject([{ orderId: 'BK2603100017' }])
    expect(heading()).toBe('申请撤回了')
    await tap('卡找到了，去解挂')
    expect(phone.opened[0]).toMatch(/^\/pages\/release\/index/)
  })

  test('no more once it was accepted meanwhile: it says so and looks how far it is', async () => {
    const desk = await open(orderOnWire())
    desk.refuses = ['orderElsewhere']
    await tap('撤回申请')
    await act(async () => screen.getAllByRole('button', { name: '撤回申请' }).at(-1)?.click())
    await pass()
    says('办理有了新进展')
    desk.order = orderOnWire({ state: 'accepted', ready: { date: '2026-03-31' } })
    await tap('看办到哪一步')
    await pass()
    expect(heading()).toBe('3月31日 前后可以领')
    expect(screen.queryByText('撤回申请')).toBeNull()
  })

  test('an answer that was lost is asked for again with the same key', async () => {
    const desk = await open(orderOnWire())
    await tap('撤回申请')
    desk.office.wire.next('lost')
    await act(async () => screen.getAllByRole('button', { name: '撤回申请' }).at(-1)?.click())
    await pass(2_000)
    expect(desk.cancellations).toHaveLength(1)
    expect(heading()).toBe('申请撤回了')
  })

  test('not without a network: it says so, and the retry does it', async () => {
    const desk = await open(orderOnWire())
    await setOnline(false)
    await tap('撤回申请')
    await act(async () => screen.getAllByRole('button', { name: '撤回申请' }).at(-1)?.click())
    await pass()
    says('还没有办成')
    await setOnline(true)
    await tap('再试一次')
    expect(desk.cancellations).toHaveLength(1)
  })
})

test('the address is changed until it is mailed, beginning with what is there', async () => {
  const desk = await open(mailed({ state: 'accepted' }))
  says('示例公民')
  await tap('改地址')
  await tap('就寄到这里')
  await pass()
  expect(desk.addresses).toMatchObject([{ address }])
  says('寄到哪里')
})

test('a masked address is typed anew', async () => {
  await open(mailed({ state: 'accepted', address: { ...address, recipient: '示***', phone: '138****0000', street: '***' } }))
  await tap('改地址')
  expect(screen.queryByDisplayValue('138****0000')).toBeNull()
})

test('on its way the parcel’s number can be copied, and the address stays', async () => {
  await open(mailed({ state: 'mailed', trackingNumber: 'SF0000000001' }))
  await tap('复制单号')
  expect(phone.copied).toEqual(['SF0000000001'])
  says('已经复制')
  says(/^已经寄出，路上不能改/)
  expect(screen.queryByText('改地址')).toBeNull()
})

test('a number that is not there yet says so', async () => {
  await open(mailed({ state: 'mailed' }))
  says('单号还没有登记，打热线问。')
})

test.each([
  ['collected', '去启用新卡', 'activate/index?cardId=new-1'],
  ['financialActivated', '去启用新卡', 'activate/index?cardId=new-2'],
  ['socialSecurityActivated', '看去哪里激活银行功能', 'activate/index?cardId=new-3'],
  ['closed', '看新卡', 'card/index?cardId=new-4'],
] as const)('once it is %s the new card is one tap away', async (state, button, page) => {
  await open(orderOnWire({ state, newCardId: page.split('=')[1] ?? '' }))
  await tap(button)
  opens(page)
})

test('no order: what happened?', async () => {
  await open(undefined)
  expect(heading()).toBe('没有在办的新卡')
  await tap('发生了什么？')
  expect(phone.opened[0]).toMatch(/^replace \/pages\/what-happened\/index/)
})

test('without a network what was known stays; without anything known one can call', async () => {
  await open(orderOnWire({ state: 'ready' }))
  await setOnline(false)
  await pass()
  expect(heading()).toBe('新卡可以领了')
})

test('whoever is not signed in any more sees nothing of it', async () => {
  await open(mailed({ state: 'accepted' }))
  act(() => keepSession(undefined))
  expect(screen.queryByText('示例公民')).toBeNull()
})

test('in elder mode and in English', async () => {
  await open(orderOnWire({ state: 'ready', collectBy: '2026-06-08' }), { mode: 'elder', language: 'en' })
  expect(heading()).toBe('The new card can be collected')
  says(/^Take all of this along, best before/)
})
