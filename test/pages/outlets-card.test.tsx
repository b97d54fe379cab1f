import { fireEvent, screen } from '@testing-library/react'
import type { DataOf } from '@/contract'
import type { OutletStepName } from '@/domain/words'
import { keepSession } from '@/features/session/store'
import OutletsPage from '@/pages/outlets/index'
import { cardOnWire } from '../support/builders/card-on-wire'
import { outletOnWire, outletsFrom, today } from '../support/builders/outlet-on-wire'
import { phone } from '../support/taro/phone'
import { pass } from '../support/wire/hooks'
import { OutletDesk } from '../support/wire/outlets'
import { heading, openOfficeWith, showPage, tap } from '../support/wire/pages'

beforeEach(() => jest.useFakeTimers({ now: Date.parse(today('10:24')) }))
afterEach(() => jest.useRealTimers())

type Step = DataOf<'outlets/forCard'>['steps'][number]

const step = (name: OutletStepName, outlets = outletsFrom(1, 1), rest: Partial<Step> = {}): Step => ({ step: name, kinds: ['bank'], outlets, ...rest })
const openDesk = async (behind: Parameters<typeof openOfficeWith>[0] = {}) =>
  new OutletDesk(await openOfficeWith({ card: cardOnWire({ state: 'formallyLost' }), ...behind }))
const open = (need: string) => showPage(OutletsPage, { city: 'chengdu', cardId: 'card-1', need })
const headings = () => screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)

describe('where to go with a card', () => {
  test('a reissue: the issuing bank prints first, then the service outlets with their days', async () => {
    const desk = await openDesk()
    desk.steps = [step('issuingBankPrints', [outletOnWire(1, { fits: ['bank', 'capability'], capabilities: ['reissue', 'instantIssuance', 'collect'] })]), step('serviceOutletReissues', [outletOnWire(2)])]
    await open('instantReissue')
    expect(desk.lastForCard).toEqual({ cardId: 'card-1', need: 'instantReissue', system: 'gcj02', limit: 12 })
    expect(headings()).toEqual(['发卡银行，立等可取', '别的网点也能补'])
    expect(screen.getByText('受理以后，大约 15 个工作日拿卡。')).toBeTruthy()
    expect(screen.getByText('您的发卡银行，立等可取、补卡，也能领卡')).toBeTruthy()
    expect(screen.queryByRole('checkbox', { name: '我的银行' })).toBeNull()
  })

  test('a card that moved here: first the agency, then any of the seven banks', async () => {
    const desk = await openDesk()
    desk.steps = [step('agencyCancelsFirst'), step('anyBankPrints', outletsFrom(2, 2))]
    await open('instantReissue')
    expect(headings()).toEqual(['第一步：到经办机构', '第二步：到合作银行办新卡'])
    expect(screen.getByText('注销以后，本地 7 家合作银行，任何一家都行。')).toBeTruthy()
    expect(heading()).toBe('找到 3 个网点，3 个现在开门')
    expect(screen.getByRole('button', { name: /^3　示例网点3/ })).toBeTruthy()
  })

  test('a temporary report: any outlet, the open ones first without being asked', async () => {
    const desk = await openDesk({ card: cardOnWire({ state: 'temporarilyLost' }) })
    desk.steps = [step('anyOutletCancels')]
    await open('release')
    expect(desk.lastForCard).toMatchObject({ need: 'release', order: 'openFirst' })
    expect(headings()).toEqual(['任何网点都能当场解挂'])
    expect(screen.getByText(/^开着门的排前面。/)).toBeTruthy()
  })

  test('a row never says less, nor more, than the rule of its step', async () => {
    const desk = await openDesk({ card: cardOnWire({ state: 'temporarilyLost' }) })
    const prints = outletOnWire(1, { capabilities: ['reportLoss', 'reissue', 'instantIssuance'] })
    const cases = [
      ['release', 'anyOutletCancels', '当场解挂，也能挂失、补卡、立等可取'],
      ['instantReissue', 'serviceOutletReissues', '补卡，也能挂失'],
      ['instantReissue', 'agencyCancelsFirst', '注销旧卡，也能挂失'],
    ] as const
    for (const [need, name, words] of cases) {
      desk.steps = [step(name, [prints])]
      const { unmount } = await open(need)
      expect(screen.getByText(words)).toBeTruthy()
      unmount()
    }
  })

  test('a formal report is released in the list’s own order', async () => {
    const desk = await openDesk()
    desk.steps = [step('releaseInPerson')]
    await open('release')
    expect(desk.lastForCard.order).toBeUndefined()
  })

  test('a step without outlets says so, and the other one stays', async () => {
    const desk = await openDesk()
    desk.steps = [step('issuingBankPrints', []), step('serviceOutletReissues')]
    await open('instantReissue')
    expect(screen.getByText('这一类，没有找到这样的网点。')).toBeTruthy()
    expect(screen.getAllByRole('listitem')).toHaveLength(1)
  })

  test('each step has its own further pages', async () => {
    const desk = await openDesk()
    desk.steps = [step('issuingBankPrints', outletsFrom(1, 2)), step('serviceOutletReissues', outletsFrom(3, 2), { cursor: 'more' })]
    await open('instantReissue')
    desk.steps = [step('serviceOutletReissues', outletsFrom(4, 2))]
    await tap('再看更多')
    await pass()
    expect(desk.lastForCard).toMatchObject({ step: 'serviceOutletReissues', cursor: 'more' })
    expect(screen.getAllByRole('listitem').map((row) => row.textContent?.slice(0, 7))).toEqual(['1　示例网点1', '2　示例网点2', '3　示例网点3', '4　示例网点4', '5　示例网点5'])
  })

  test('an outlet that serves two steps stands in both, and only its own row opens', async () => {
    const desk = await openDesk()
    desk.steps = [step('activateSocialSecurity', outletsFrom(1, 1)), step('activateAtBank', outletsFrom(1, 1))]
    await open('activate')
    const rows = screen.getAllByRole('button', { name: /^\d　示例网点1/ })
    expect(rows.map((row) => row.getAttribute('aria-expanded'))).toEqual(['true', 'false'])
    expect(heading()).toBe('找到 1 个网点，1 个现在开门')
    await tap('方位图', 'radio')
    expect(screen.getByRole('button', { name: '1，示例网点1，现在开门' })).toBeTruthy()
  })

  test('whoever is not signed in is shown a list all the same', async () => {
    const desk = await openDesk()
    keepSession(undefined)
    desk.found = outletsFrom(1, 1)
    await open('collect')
    expect(desk.lastSearch.capability).toEqual(['collect'])
  })
})

describe('no outlet serves the need', () => {
  const cases = [
    ['collect', 'nothingToCollect', '现在没有新卡要领', /^没有受理过的补卡。/],
    ['activate', 'nothingToActivate', '这张卡不用启用', /^社保功能和金融功能都启用过了。/],
    ['reportLoss', 'alreadyReported', '办过了：社保功能已经正式挂失', /^现在不用去网点。/],
    ['release', 'nothingToRelease', '没有挂失，不用解挂', /^现在不用去网点。/],
    ['instantReissue', 'reissueAlreadyAccepted', '补卡已经受理', /请等新卡/],
  ] as const
  test.each(cases)('%s: %s', async (need, code, title, next) => {
    const desk = await openDesk()
    desk.none = { code }
    await open(need)
    expect(heading()).toBe(title)
    expect(screen.getByText(next)).toBeTruthy()
    await tap('人社热线，电话 028-12333')
    expect(phone.called).toEqual(['028-12333'])
  })

  test('it says where instead, and all outlets are one tap away', async () => {
    const desk = await openDesk()
    desk.none = { code: 'releasedElsewhere', where: ['phone'] }
    desk.found = outletsFrom(1, 2)
    await open('release')
    expect(heading()).toBe('这次不能在这里解挂')
    expect(screen.getByText('12333 电话')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '去解挂' })).toBeNull()
    await tap('看所有网点')
    await pass()
    expect(screen.getAllByRole('listitem')).toHaveLength(2)
  })
})

test('a report that this very door releases needs no outlet: the way there is one tap', async () => {
  const desk = await openDesk()
  desk.none = { code: 'releasedElsewhere', where: ['wechat', 'alipay'] }
  await open('release')
  expect(heading()).toBe('这次在手机上就能解挂')
  expect(screen.getByText('微信或支付宝')).toBeTruthy()
  await tap('去解挂')
  expect(phone.opened).toEqual(['/pages/release/index?cardId=card-1'])
})

test('a reissue that has been accepted leads on to where the new card is collected', async () => {
  const desk = await openDesk()
  desk.none = { code: 'reissueAlreadyAccepted' }
  await open('instantReissue')
  await tap('看哪里能领卡')
  expect(desk.lastForCard).toMatchObject({ need: 'collect' })
})

describe('nothing to show', () => {
  test('a city without a verified list says so and leads to the hotline', async () => {
    const desk = await openDesk()
    desk.hasList = false
    await open('')
    expect(heading()).toBe('这里还没有网点名单')
    expect(screen.getByText('这里还没有核实过的网点名单，不给您没把握的地址。')).toBeTruthy()
    expect(screen.queryByRole('checkbox')).toBeNull()
    expect(screen.queryByRole('textbox')).toBeNull()
    await tap('人社热线，电话 028-12333')
    expect(phone.called).toEqual(['028-12333'])
  })

  test('nothing fits: each wish can be dropped', async () => {
    const desk = await openDesk()
    await open('')
    await tap(/^看哪个区县？/)
    await pass(400)
    await tap(/^武侯区/, 'radio')
    fireEvent.click(screen.getByRole('checkbox', { name: '我的银行' }))
    fireEvent.click(screen.getByRole('checkbox', { name: '现在开门' }))
    await pass()
    expect(heading()).toBe('没有找到这样的网点')
    expect(screen.getByRole('alert').textContent).toMatch(/^没有找到这样的网点/)
    expect(desk.lastSearch).toMatchObject({ openAt: 'now', bank: 'bocd', district: '510107' })
    await tap('没开门的也看')
    await pass()
    await tap('别的银行也看')
    await pass()
    desk.found = outletsFrom(1, 3)
    await pass(11_000)
    await tap('别的区县也看')
    await pass()
    expect(desk.lastSearch).toEqual({ city: 'chengdu', system: 'gcj02', limit: 12 })
  })

  test('a name that no outlet of the need bears can be looked for among all', async () => {
    const desk = await openDesk()
    desk.steps = [step('issuingBankPrints', [])]
    await open('instantReissue')
    expect(screen.queryByRole('button', { name: '不限办什么' })).toBeNull()
    fireEvent.input(screen.getByRole('textbox'), { target: { value: '武侯' } })
    await pass(400)
    desk.found = outletsFrom(1, 1)
    await tap('不限办什么')
    await pass()
    expect(desk.lastSearch).toMatchObject({ query: '武侯' })
    expect(screen.getAllByRole('listitem')).toHaveLength(1)
  })

  test('a failure says so, and asking again helps', async () => {
    const desk = await openDesk()
    desk.steps = [step('issuingBankPrints')]
    desk.office.wire.garble({ nonsense: true })
    desk.office.wire.garble({ nonsense: true })
    desk.office.wire.garble({ nonsense: true })
    await open('instantReissue')
    expect(heading()).toBe('没有看懂回音')
    expect(screen.getByRole('button', { name: '人社热线，电话 028-12333' })).toBeTruthy()
    await tap('再试一次')
    await pass()
    expect(screen.getAllByRole('listitem')).toHaveLength(1)
  })

  test('before the answer, the shape of it is there', async () => {
    const desk = await openDesk()
    const letGo = desk.office.wire.hold('outlets/search')
    await open('')
    expect(screen.getByRole('status', { name: '正在查' })).toBeTruthy()
    desk.found = outletsFrom(1, 1)
    letGo()
    await pass()
    expect(screen.queryByRole('status', { name: '正在查' })).toBeNull()
  })
})

describe('elder mode', () => {
  test('one thing a screen: the list, the wishes behind one button, the other view behind another', async () => {
    const desk = await openDesk({ mode: 'elder' })
    desk.found = outletsFrom(1, 2)
    await open('')
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(screen.queryByRole('radio')).toBeNull()
    expect(screen.queryByTestId('map')).toBeNull()
    expect(screen.queryByRole('button', { name: '复制地址' })).toBeNull()
    await tap('换条件')
    fireEvent.click(screen.getByRole('checkbox', { name: '现在开门' }))
    expect(screen.getByText('只看：现在开门')).toBeTruthy()
    await tap('就看这些')
    await pass()
    expect(desk.lastSearch.openAt).toBe('now')
    await tap('看方位图')
    expect(screen.getByTestId('map')).toBeTruthy()
    expect(phone.scrolled).toEqual([0])
    expect(screen.queryByRole('listitem')).toBeNull()
    await tap('回到列表')
    expect(screen.getAllByRole('listitem')).toHaveLength(2)
  })

  test('a need chosen there leads back to the list', async () => {
    const desk = await openDesk({ mode: 'elder' })
    desk.found = outletsFrom(1, 2)
    desk.steps = [step('serviceOutletHands')]
    await open('')
    await tap('换条件')
    await tap(/^要办什么？/)
    await tap(/^领卡/, 'radio')
    await pass()
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(desk.lastForCard.need).toBe('collect')
    expect(screen.getByText('只看：领卡')).toBeTruthy()
  })
})

test('in English nothing is left in Chinese but names and addresses', async () => {
  const desk = await openDesk({ language: 'en' })
  const english = { name: 'Demo outlet', address: '1 Demo Road' }
  desk.steps = [step('issuingBankPrints', [outletOnWire(1, { ...english, distance: 351, fits: ['bank'] })]), step('serviceOutletReissues', [outletOnWire(2, english)])]
  const { container } = await open('instantReissue')
  expect(heading()).toBe('2 outlets found, 2 open now')
  expect(screen.getByText('350 m')).toBeTruthy()
  expect(screen.getAllByText('Open now, closes 17:00')).toHaveLength(2)
  expect(screen.getByText('The card is ready about 15 working days after they accept.')).toBeTruthy()
  expect(container.textContent).not.toMatch(/[\u4e00-\u9fff]/)
})
