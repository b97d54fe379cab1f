import { act, screen } from '@testing-library/react'
import { copyIn } from '@/copy'
import { shownStates } from '@/domain/words'
import { signIn } from '@/features/session/sign-in'
import { keepBound, keepSession } from '@/features/session/store'
import HomePage from '@/pages/home/index'
import { cardOnWire } from '../support/builders/card-on-wire'
import { phone } from '../support/taro/phone'
import { heading, openOfficeWith, setOnline, showPage, tap } from '../support/wire/pages'
import { pass } from '../support/wire/hooks'
import { Refused } from '../support/wire/wire'

const { t } = copyIn('zh')
const now = Date.parse('2026-03-10T10:30:00+08:00')
beforeEach(() => jest.useFakeTimers({ now }))
afterEach(() => jest.useRealTimers())

test.each(shownStates)('a card that is %s is said so in one sentence', async (state) => {
  await openOfficeWith({ card: cardOnWire({ state }) })
  await showPage(HomePage)
  expect(heading()).toBe(t.home.state[state]('您的'))
})

test('a card that works can be reported lost with one tap, and says when that was looked up', async () => {
  await openOfficeWith({ card: cardOnWire() })
  await showPage(HomePage)
  expect(screen.getByText('今天 10:30 查到的')).toBeTruthy()
  await tap('卡丢了，去挂失')
  expect(phone.opened).toEqual(['/pages/report-loss/index?cardId=card-1'])
})

test.each([
  ['补卡换卡', '/pages/what-happened/index?cardId=card-1'],
  ['查网点', '/pages/outlets/index?city=chengdu&cardId=card-1&need='],
])('%s opens its page with this card', async (service, page) => {
  await openOfficeWith({ card: cardOnWire() })
  await showPage(HomePage)
  await tap(service)
  expect(phone.opened).toEqual([page])
})

test.each([
  ['is made', cardOnWire({ cardId: 'card-2', state: 'beingReissued', order: 'inProduction' }), '新卡正在制', '看新卡办到哪一步', 'order'],
  ['can be collected in place of one that still works', cardOnWire({ cardId: 'card-3', order: 'ready' }), '新卡可以领了', '看新卡办到哪一步', 'order'],
  ['was asked for and sent back', cardOnWire({ cardId: 'card-4', state: 'formallyLost', order: 'rejected' }), '新卡申请退回，要改一改', '看新卡办到哪一步', 'order'],
  ['was collected', cardOnWire({ cardId: 'card-5', state: 'cancelled', order: 'collected' }), '新卡领到了，旧卡作废', '看新卡办到哪一步', 'order'],
  ['is there and not active', cardOnWire({ cardId: 'card-6', state: 'notActivated' }), '药店、医院会拒收。启用以后才能用', '去启用新卡', 'activate'],
] as const)('a new card that %s says so, with the way on', async (_how, card, words, button, page) => {
  await openOfficeWith({ card })
  await showPage(HomePage)
  expect(screen.getByText(words)).toBeTruthy()
  await tap(button)
  expect(phone.opened).toEqual([`/pages/${page}/index?cardId=${card.cardId}`])
})

test('a temporary report that will end is more pressing than how far a new card is', async () => {
  await openOfficeWith({ card: cardOnWire({ state: 'temporarilyLost', lapsesAt: '2026-03-13T14:20:00.000+08:00', order: 'applied' }) })
  await showPage(HomePage)
  expect(screen.getByText('还剩 3 天 3 小时自动解挂')).toBeTruthy()
})

test('what one was told is one tap away, and asks nothing before', async () => {
  const office = await openOfficeWith({ card: cardOnWire() })
  await showPage(HomePage)
  expect(office.wire.requestsOf('person/inbox')).toEqual([])
  await tap('消息')
  expect(phone.opened).toEqual(['/pages/messages/index'])
})

test('after a report the bank stands first until the citizen says it is done', async () => {
  const office = await openOfficeWith({ card: cardOnWire({ state: 'formallyLost', since: '2026-03-10T10:24:00.000+08:00' }) })
  await showPage(HomePage)
  expect(screen.getByText('今天 10:24 起，不能看病结算')).toBeTruthy()
  await tap('现在打给成都银行，电话 95507')
  expect(phone.called).toEqual(['95507'])
  await tap('我已经向银行挂失了')
  expect(screen.getByRole('dialog', { name: '已经向银行挂失了吗？' })).toBeTruthy()
  await tap('还没有')
  expect(office.wire.requestsOf('card/bankTold')).toEqual([])
  await tap('我已经向银行挂失了')
  await tap('已经办好')
  expect(office.wire.requestsOf('card/bankTold')).toMatchObject([{ cardId: 'card-1', told: true }])
  expect(screen.queryByRole('region', { name: t.task.title })).toBeNull()
  expect(screen.getByText('银行已挂失')).toBeTruthy()
})

test('a word about the bank that was not noted down says so, and can be said again', async () => {
  const office = await openOfficeWith({ card: cardOnWire({ state: 'formallyLost' }) })
  office.wire.on('card/bankTold', () => {
    throw new Refused('tooManyRequests')
  })
  await showPage(HomePage)
  await tap('我已经向银行挂失了')
  await tap('已经办好')
  expect(screen.getByRole('alert').textContent).toContain('办得太快了')
  office.wire.on('card/bankTold', ({ told }) => ({ card: { ...office.card, bankTold: told } }))
  await tap('我已经向银行挂失了')
  await pass()
  expect(screen.getByText('银行已挂失')).toBeTruthy()
})

test('a child sees what is open, and that the guardian is the one to say it is done', async () => {
  await openOfficeWith({ card: cardOnWire({ state: 'formallyLost', hindrances: { bankTold: { reason: 'minorNeedsGuardian' } } }) })
  await showPage(HomePage)
  expect(screen.getByText('未成年人的卡，请监护人来办')).toBeTruthy()
  await tap('我已经向银行挂失了')
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('a temporary report counts down and changes at once when its time is over', async () => {
  const lapsesAt = '2026-03-10T10:31:30.000+08:00'
  const office = await openOfficeWith({ card: cardOnWire({ state: 'temporarilyLost', lapsesAt }) })
  await showPage(HomePage)
  expect(screen.getByText('还剩 1 分钟自动解挂')).toBeTruthy()
  office.card = cardOnWire()
  await pass(60_000)
  await pass(30_000)
  expect(heading()).toBe('您的社保卡能正常用')
})

test('a child’s card says so, and a card the holder may not act for says who may', async () => {
  await openOfficeWith({ card: cardOnWire({ holder: { relation: 'guardian', maskedName: '示例儿童' } }) })
  const { unmount } = await showPage(HomePage)
  expect(heading()).toBe('孩子的社保卡能正常用')
  unmount()
  await openOfficeWith({ card: cardOnWire({ hindrances: { reportLoss: { reason: 'minorNeedsGuardian' } } }) })
  await showPage(HomePage)
  expect(screen.getByText('未成年人的卡，请监护人来办')).toBeTruthy()
  await tap('卡丢了，去挂失')
  expect(phone.opened).toEqual([])
})

test('one of several cards is chosen, and the report is about that one', async () => {
  const office = await openOfficeWith()
  const second = cardOnWire({ cardId: 'card-2', maskedNumber: '5101**********9876' })
  office.wire.on('card/list', () => ({ cards: [cardOnWire(), second] }))
  await showPage(HomePage)
  await tap(/尾号 9876/, 'radio')
  await tap('卡丢了，去挂失')
  expect(phone.opened).toEqual(['/pages/report-loss/index?cardId=card-2'])
})

test('of several cards each says whose it is, where it is not one’s own', async () => {
  const office = await openOfficeWith()
  const holders = ['cardholder', 'guardian', 'proxy'] as const
  office.wire.on('card/list', () => ({ cards: holders.map((relation) => cardOnWire({ cardId: relation, holder: { relation, maskedName: '示*' } })) }))
  await showPage(HomePage)
  const said = screen.getAllByRole('radio').map(({ textContent }) => textContent)
  expect(said).toEqual(['示* · 尾号 1234正常', '示* · 尾号 1234孩子的卡，您来办 · 正常', '示* · 尾号 1234您替别人办 · 正常'])
})

test('no card at all is said, with a number to ask', async () => {
  const office = await openOfficeWith()
  office.wire.on('card/list', () => ({ cards: [] }))
  await showPage(HomePage)
  expect(heading()).toBe('名下没有社保卡')
  await tap('人社热线，电话 028-12333')
  expect(phone.called).toEqual(['028-12333'])
})

test('a card that could not be looked up is drawn as unknown, and asked for again', async () => {
  const office = await openOfficeWith()
  office.wire.on('card/list', () => {
    throw new Refused('fault')
  })
  await showPage(HomePage)
  expect(heading()).toBe('没查到您的卡')
  expect(screen.getByRole('img', { name: '社保功能没查到，金融功能没查到' })).toBeTruthy()
  office.wire.on('card/list', () => ({ cards: [cardOnWire()] }))
  await tap('再试一次')
  expect(heading()).toBe('您的社保卡能正常用')
})

test('without a network nothing is claimed, and calling still works', async () => {
  await openOfficeWith()
  await setOnline(false)
  await showPage(HomePage)
  expect(heading()).toBe('手机没连上网')
  await tap('打电话临时挂失，电话 028-12333')
  expect(phone.called).toEqual(['028-12333'])
  await setOnline(true)
  await pass()
  expect(heading()).toBe('您的社保卡能正常用')
})

test('in elder mode a screen is about one thing, the rest behind one button', async () => {
  await openOfficeWith({ card: cardOnWire(), mode: 'elder' })
  const { container } = await showPage(HomePage)
  expect(container.querySelector('.t-elder')).not.toBeNull()
  expect(screen.getByText('尾号 1234')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '挂失记录' })).toBeNull()
  await tap('办别的事')
  expect(screen.getByRole('button', { name: '挂失记录' })).toBeTruthy()
})

test('in English every word of the screen is English', async () => {
  await openOfficeWith({ card: cardOnWire({ state: 'formallyLost', holder: { relation: 'cardholder', maskedName: 'Demo' } }), language: 'en' })
  const { container } = await showPage(HomePage)
  expect(heading()).toBe('Social security is reported lost')
  expect(container.textContent).not.toMatch(/[\u4e00-\u9fff]/)
})

describe('to whoever is not signed in', () => {
  const arrive = async (mode: 'normal' | 'elder' = 'normal') => {
    const office = await openOfficeWith({ card: cardOnWire(), mode })
    keepSession(undefined)
    office.wire.asked.length = 0
    await showPage(HomePage)
    return office
  }

  test('home says what this is, and asks nothing of anyone', async () => {
    const office = await arrive()
    expect(heading()).toBe('社保卡丢了，来挂失')
    expect(office.wire.asked.map(({ name }) => name)).toEqual(['outlets/policy'])
    await tap('查我的卡，去挂失')
    expect(phone.opened).toEqual(['/pages/sign-in/index'])
  })

  test('what needs nobody’s name is there, and the hotline is one tap away', async () => {
    await arrive()
    for (const service of ['查网点', '银行电话', '办事指南', '显示设置']) await tap(service)
    expect(phone.opened).toEqual([
      '/pages/outlets/index?city=&cardId=&need=', '/pages/banks/index?city=', '/pages/help/index', '/pages/settings/index',
    ])
    await tap('人社热线，也能挂失，电话 028-12333')
    expect(phone.called).toEqual(['028-12333'])
    expect(screen.queryByRole('button', { name: '我的家人' })).toBeNull()
  })

  test('in elder mode the services stand behind one button', async () => {
    await arrive('elder')
    expect(screen.queryByRole('button', { name: '查网点' })).toBeNull()
    await tap('办别的事')
    expect(screen.getByRole('button', { name: '查网点' })).toBeTruthy()
    await tap('打电话办，电话 028-12333')
    expect(phone.called).toEqual(['028-12333'])
  })

  test('once signed in it is the card that is shown', async () => {
    await arrive()
    await act(() => signIn('zhang', 'wechat'))
    await pass()
    expect(heading()).toBe('您的社保卡能正常用')
  })
})

test('an account nobody is known by is led to say who they are, not to an error', async () => {
  const office = await openOfficeWith()
  office.wire.on('card/list', () => {
    throw new Refused('notBound')
  })
  await showPage(HomePage)
  expect(heading()).toBe('要先确认您是谁')
  await tap('去确认身份')
  expect(phone.opened).toEqual(['/pages/bind/index'])
})

test('of an account that is nobody’s yet no card is asked for', async () => {
  const office = await openOfficeWith()
  office.account = { bound: false }
  await signIn('newcomer', 'wechat')
  await showPage(HomePage)
  expect(heading()).toBe('要先确认您是谁')
  expect(office.wire.requestsOf('card/list')).toEqual([])
  act(() => keepBound(true))
  await pass()
  expect(heading()).toBe('您的社保卡能正常用')
})

test('the family is one tap away', async () => {
  await openOfficeWith({ card: cardOnWire() })
  await showPage(HomePage)
  await tap('我的家人')
  expect(phone.opened).toEqual(['/pages/family/index'])
})
