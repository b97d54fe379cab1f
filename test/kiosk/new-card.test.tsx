import { act, fireEvent, screen } from '@testing-library/react'
import type { CardOnWire } from '@/contract'
import HomePage from '@/pages/home/index'
import ActivatePage from '@/pages/activate/index'
import OrderPage from '@/pages/order/index'
import ReceiptPage from '@/pages/receipt/index'
import ReissuePage from '@/pages/reissue/index'
import ServicePasswordPage from '@/pages/service-password/index'
import { policyOf } from '@/domain/policies'
import { cardOnWire } from '../support/builders/card-on-wire'
import { answerOnWire, optionOnWire, orderOnWire } from '../support/builders/reissue-on-wire'
import { phone } from '../support/taro/phone'
import { pass } from '../support/wire/hooks'
import type { Office } from '../support/wire/office'
import { OrderDesk, receiptOnWire } from '../support/wire/order'
import { tap } from '../support/wire/pages'
import { first, openTerminal, put, putCard, showAt, takeAway } from '../support/wire/terminal'
import { Refused } from '../support/wire/wire'

// many pages, on a machine that may be busy
jest.setTimeout(60_000)

let office: Office
let desk: OrderDesk
beforeEach(() => {
  jest.useFakeTimers({ now: Date.parse('2026-03-10T10:24:00+08:00') })
  office = openTerminal()
  desk = new OrderDesk(office)
  office.results = ['passed']
})
afterEach(() => jest.useRealTimers())

const fresh = cardOnWire({ state: 'notActivated', bankState: 'notActivated' })
const newCard = '510100000000000102'
const heading = () => screen.getAllByRole('heading', { level: 1 }).at(-1)?.textContent
const says = (words: string | RegExp) => expect(screen.getAllByText(words).length).toBeGreaterThan(0)

const home = async (card: CardOnWire) => {
  office.card = card
  const shown = await showAt(HomePage)
  await put(first)
  await tap('同意并开始')
  await pass(100)
  return shown
}
const enterWith = async (card: CardOnWire): Promise<void> => (await home(card)).unmount()
const toReader = async (): Promise<void> => {
  await enterWith(fresh)
  await showAt(ActivatePage, { cardId: 'card-1' })
  await tap('启用社保功能')
}
const toDigits = async (): Promise<void> => {
  await toReader()
  await putCard(newCard)
  await pass()
}
const type = async (digits: string): Promise<void> => {
  for (const digit of digits) {
    await tap(digit)
    await pass(500)
  }
}
const dots = (): string => screen.getByRole('img', { name: /一共六个/ }).getAttribute('aria-label') ?? ''

describe('the first page of whoever came in', () => {
  const tiles = () => [...document.querySelectorAll('.kiosk-tile-title')].map(({ textContent }) => textContent)
  const main = () => document.querySelector('.kiosk-tile-main .kiosk-tile-title')?.textContent

  test.each<[string, CardOnWire, string[], string]>([
    ['that works', cardOnWire(), ['卡丢了', '找到了', '补卡换卡', '办过什么'], '卡丢了'],
    ['that is lost', cardOnWire({ state: 'formallyLost' }), ['卡丢了', '找到了', '补卡换卡', '办过什么'], '找到了'],
    ['that is new', fresh, ['启用新卡', '卡丢了', '补卡换卡', '办过什么'], '启用新卡'],
    ['whose new one is being made', cardOnWire({ state: 'beingReissued', order: 'inProduction' }), ['卡丢了', '找到了', '新卡到哪了', '办过什么'], '卡丢了'],
    ['whose new one waits', cardOnWire({ state: 'inUse', order: 'ready' }), ['卡丢了', '找到了', '新卡到哪了', '办过什么'], '新卡到哪了'],
    ['whose order is over', cardOnWire({ state: 'cancelled', order: 'closed' }), ['卡丢了', '找到了', '补卡换卡', '办过什么'], '补卡换卡'],
  ])('has for a card %s what can be done with it, and what helps on in front', async (_what, card, shown, first) => {
    await home(card)
    expect([tiles(), main()]).toEqual([shown, first])
  })

  test.each<[RegExp, CardOnWire, string]>([
    [/启用新卡/, fresh, '/pages/activate/index?cardId=card-1'],
    [/新卡到哪了/, cardOnWire({ state: 'inUse', order: 'ready' }), '/pages/order/index?cardId=card-1'],
    [/补卡换卡/, cardOnWire(), '/pages/what-happened/index?cardId=card-1'],
  ])('%s leads there', async (tile, card, opened) => {
    await home(card)
    await tap(tile)
    expect(phone.opened.at(-1)).toBe(opened)
  })

  test('who chose a new card before the ID card was read goes on to the one that is on its way', async () => {
    office.card = cardOnWire({ state: 'inUse', order: 'ready' })
    await showAt(HomePage)
    await tap(/补卡换卡/)
    says('这台机器不收补卡、换卡的申请。')
    await put(first)
    await tap('同意并开始')
    await pass(100)
    expect(phone.opened).toEqual(['/pages/order/index?cardId=card-1'])
  })
})

describe('activating', () => {
  test('says what it takes here, and where else', async () => {
    await enterWith(fresh)
    await showAt(ActivatePage, { cardId: 'card-1' })
    for (const words of ['在这台机器上就能启用，大约两分钟', '新卡要在手里，放到读卡的地方', '也能带身份证和新卡去：柜台']) says(words)
    expect(document.body.textContent).not.toMatch(/刷脸|手机/)
  })

  test('the new card is put on the reader, the ID card may go, and the password is typed on the screen, twice', async () => {
    await toReader()
    expect(heading()).toBe('把社保卡放上来')
    await takeAway()
    expect(screen.queryByText('身份证拿走了。办完了吗？')).toBeNull()
    await putCard(newCard)
    await pass()
    expect(office.wire.requestsOf('session/beginVerification')).toEqual([{ subject: { purpose: 'activate', cardId: 'card-1' } }])
    expect(office.wire.requestsOf('session/completeVerification')).toEqual([{ verificationId: 'check-1', readCard: newCard }])
    expect(heading()).toBe('设电话服务密码')
    await type('48291')
    expect(screen.getByRole('button', { name: '下一步' }).getAttribute('aria-disabled')).toBe('true')
    await type('5')
    expect(dots()).toBe('输了 6 个，一共六个')
    expect(document.body.textContent).not.toContain('482915')
    await tap('下一步')
    expect([heading(), dots()]).toEqual(['再输一遍', '输了 0 个，一共六个'])
    await type('482915')
    await tap('设好，启用')
    await pass()
    expect(desk.activations).toEqual([{ cardId: 'card-1', verificationId: 'check-1', password: '482915', idempotencyKey: expect.any(String) }])
    says('社保功能能用了')
    expect([localStorage.length, sessionStorage.length, phone.storage.size]).toEqual([0, 0, 0])
  })

  test('another card does not do, and the right one then does', async () => {
    office.results = ['failed', 'passed']
    await toReader()
    await putCard('510100000000000202')
    says('没有核对上')
    says(/要是新领的那一张社保卡/)
    await tap('再放一次')
    await putCard(newCard)
    await pass()
    expect(heading()).toBe('设电话服务密码')
  })

  test('a digit too many is not taken, one is erased, and a keypad beside the screen types too', async () => {
    await toDigits()
    await type('4829157')
    expect(dots()).toBe('输了 6 个，一共六个')
    await tap('删除')
    expect(dots()).toBe('输了 5 个，一共六个')
    for (const key of ['Backspace', '3', 'x', 'Enter']) act(() => void fireEvent.keyDown(window, { key }))
    expect(dots()).toBe('输了 5 个，一共六个')
  })

  test('what is easily guessed does not go on; two that differ do not either, and one can start over', async () => {
    await toDigits()
    await type('123456')
    says('太容易猜：别用连号、重复的数字')
    for (let times = 0; times < 6; times += 1) {
      await tap('删除')
      await pass(500)
    }
    await type('482915')
    await tap('下一步')
    await type('482916')
    says('两遍不一样，再输一遍')
    await tap('从头输')
    expect([heading(), dots()]).toEqual(['设电话服务密码', '输了 0 个，一共六个'])
    expect(desk.activations).toEqual([])
  })

  test('what only the server knows to be easily guessed begins anew, and says why', async () => {
    await toDigits()
    office.wire.on('reissue/activate', () => { throw new Refused('passwordTooSimple') })
    await type('850312')
    await tap('下一步')
    await type('850312')
    await tap('设好，启用')
    await pass()
    expect([heading(), dots()]).toEqual(['设电话服务密码', '输了 6 个，一共六个'])
    says('太容易猜：别用身份证号、卡号里的数字')
  })

  test('whoever walks away in the midst leaves nothing of what they typed', async () => {
    await toDigits()
    await type('482')
    await showAt(HomePage)
    await pass(71_000)
    expect(phone.opened.at(-1)).toBe('relaunch /pages/home/index')
    expect([localStorage.length, sessionStorage.length, phone.storage.size]).toEqual([0, 0, 0])
  })

  test('where a city’s terminals do not activate, it is said where, and nothing begins', async () => {
    const { activation } = policyOf('chengdu').reissue
    const doors = activation.socialSecurity
    Object.assign(activation, { socialSecurity: { ...doors, value: ['counter', 'wechat'] } })
    await enterWith(fresh)
    await showAt(ActivatePage, { cardId: 'card-1' })
    says('带身份证和新卡去：柜台')
    expect(screen.queryByRole('button', { name: '启用社保功能' })).toBeNull()
    Object.assign(activation, { socialSecurity: doors })
  })
})

describe('an order', () => {
  const show = async (differences: Parameters<typeof orderOnWire>[0]) => {
    await enterWith(cardOnWire({ state: 'inUse' }))
    desk.order = orderOnWire(differences)
    desk.receipt = receiptOnWire()
    await showAt(OrderPage, { cardId: 'card-1' })
  }

  test('that waits says what to bring, and leads to its receipt', async () => {
    await show({ state: 'ready', papersToCollect: ['holderId', 'receipt'] })
    says('新卡可以领了')
    expect(screen.queryAllByRole('checkbox')).toEqual([])
    await tap('出示领卡凭证')
    expect(phone.opened.at(-1)).toBe('/pages/receipt/index?cardId=card-1')
  })

  test.each<[string, Parameters<typeof orderOnWire>[0]]>([
    ['a photo', { state: 'rejected', rejectedFor: 'photo' }],
    ['an address', { state: 'rejected', rejectedFor: 'address', way: 'mail' }],
    ['a parcel that came back', { state: 'returned', way: 'mail' }],
  ])('that wants %s is not put right here, and it is said where', async (_what, differences) => {
    await show(differences)
    says('这台机器上改不了：请在手机上改，或者去窗口。')
    for (const name of ['换一张照片', '改地址']) expect(screen.queryByRole('button', { name })).toBeNull()
  })

  test('is taken back while nothing was accepted', async () => {
    await show({ state: 'applied' })
    await tap('撤回申请')
    await act(async () => fireEvent.click(screen.getAllByRole('button', { name: '撤回申请' }).at(-1) as HTMLElement))
    await pass()
    expect(desk.cancellations).toHaveLength(1)
  })

  test('its receipt is shown to be photographed, and not saved', async () => {
    await enterWith(cardOnWire({ state: 'inUse' }))
    desk.receipt = receiptOnWire()
    await showAt(ReceiptPage, { cardId: 'card-1' })
    expect(screen.getByRole('img', { name: '领卡凭证的二维码' })).toBeTruthy()
    says(/用手机拍下来/)
    expect(screen.queryByRole('button', { name: /存成/ })).toBeNull()
    expect([localStorage.length, sessionStorage.length, phone.storage.size]).toEqual([0, 0, 0])
  })
})

describe('asking for a new card', () => {
  const show = async (differences: Parameters<typeof answerOnWire>[0]) => {
    await enterWith(cardOnWire())
    desk.answer = answerOnWire(differences)
    await showAt(ReissuePage, { cardId: 'card-1', reason: 'damaged' })
    await pass(400)
  }
  test('is not done here where the city says so: where it is, on a phone too', async () => {
    await show({ options: [optionOnWire('serviceOutlet', { here: false })] })
    says('这里不收申请，要到下面写的地方办。')
    await tap(/服务网点，制好去领/)
    says('柜台、微信、支付宝')
    expect(screen.queryByRole('button', { name: '在这里申请' })).toBeNull()
  })

  test('is not done here where a photo is asked for, which no terminal takes', async () => {
    await show({ options: [optionOnWire('serviceOutlet', { where: ['counter', 'terminal'], photo: true })] })
    await tap(/服务网点，制好去领/)
    says('要一张照片，这台机器拍不了，请换个地方申请。')
    expect(screen.queryByRole('button', { name: '在这里申请' })).toBeNull()
  })

  test('is offered where a city lets terminals', async () => {
    await show({ options: [optionOnWire('serviceOutlet', { where: ['counter', 'terminal'] })] })
    await tap(/服务网点，制好去领/)
    says('就在这里，或者柜台')
    expect(screen.getByRole('button', { name: '在这里申请' })).toBeTruthy()
  })
})

test('what takes no card on the reader is confirmed by one tap, with no face', async () => {
  await enterWith(cardOnWire())
  await showAt(ServicePasswordPage, { cardId: 'card-1' })
  await tap('继续，核对身份')
  says('身份证已经核对过，不用刷脸。')
  await tap('是我，接着办')
  await pass()
  expect(heading()).toBe('设电话服务密码')
  expect(office.wire.requestsOf('session/completeVerification')).toEqual([{ verificationId: 'check-1' }])
})
