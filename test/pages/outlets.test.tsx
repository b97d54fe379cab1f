import { act, fireEvent, screen, within } from '@testing-library/react'
import Taro from '@tarojs/taro'
import OutletsPage from '@/pages/outlets/index'
import { cardOnWire } from '../support/builders/card-on-wire'
import { openUntil, outletOnWire, outletsFrom, today, without } from '../support/builders/outlet-on-wire'
import { phone } from '../support/taro/phone'
import { pass } from '../support/wire/hooks'
import { OutletDesk } from '../support/wire/outlets'
import { heading, openOfficeWith, setOnline, showPage, tap } from '../support/wire/pages'
import { Refused } from '../support/wire/wire'

beforeEach(() => jest.useFakeTimers({ now: Date.parse(today('10:24')) }))
afterEach(() => jest.useRealTimers())

const card = cardOnWire({ state: 'formallyLost' })
const near = { latitude: 30.65, longitude: 104.06 }

const openDesk = async (behind: Parameters<typeof openOfficeWith>[0] = {}) => new OutletDesk(await openOfficeWith({ card, ...behind }))
const open = (params: Record<string, string> = {}) => showPage(OutletsPage, { city: 'chengdu', cardId: '', need: '', ...params })
const rows = () => screen.getAllByRole('listitem')
const wish = (name: string) => screen.getByRole('checkbox', { name })
const tapWish = async (name: string) => {
  fireEvent.click(wish(name))
  await pass()
}
const type = async (words: string) => {
  fireEvent.input(screen.getByRole('textbox', { name: /^找网点/ }), { target: { value: words } })
  await pass()
}

describe('the list', () => {
  test('says each outlet’s name, distance, whether it is open, and what it does', async () => {
    const desk = await openDesk()
    desk.found = [outletOnWire(1, { distance: 1234 }), outletOnWire(2, { distance: 351, opening: { state: 'open', until: today('12:00'), reopensAt: today('13:30') } })]
    await open()
    expect(heading()).toBe('找到 2 个网点，2 个现在开门')
    expect(rows()[0]?.textContent).toMatch(/^1　示例网点11.2 公里现在开门，17:00 关门能挂失、解挂、补卡/)
    expect(rows()[1]?.textContent).toBe('2　示例网点2350 米现在开门，12:00 午休能挂失、解挂、补卡')
    expect(screen.getByText('演示网点，不是真实地址；3月9日核对。')).toBeTruthy()
  })

  test('the first is open in its place, another opens when it is tapped', async () => {
    const desk = await openDesk()
    desk.found = outletsFrom(1, 3)
    await open()
    expect(screen.getByText('示例路1号')).toBeTruthy()
    await tap(/^3　示例网点3/)
    expect(screen.queryByText('示例路1号')).toBeNull()
    await tap('怎么走')
    await tap('示例网点3，电话 028-00000003')
    await tap('复制地址')
    await tap('全部信息')
    expect(phone).toMatchObject({
      mapped: [{ name: '示例网点3', latitude: 30.67, longitude: 104.04 }], called: ['028-00000003'], copied: ['示例路3号'],
      opened: ['/pages/outlet/index?outletId=chengdu.demo-3'],
    })
    expect(screen.getByRole('button', { name: '已经复制' })).toBeTruthy()
  })

  test('an outlet without a telephone says so', async () => {
    const desk = await openDesk()
    desk.found = [without(outletOnWire(1), 'phone')]
    await open()
    expect(screen.getByText('这个网点没有留电话，可以打热线问。')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /示例网点1，电话/ })).toBeNull()
  })

  test('what stands on the door changes with the clock', async () => {
    const desk = await openDesk()
    desk.found = [outletOnWire(1, { opening: { state: 'closed', why: 'beforeHours', opensAt: today('10:30') } })]
    await open()
    expect(screen.getByText('10:30 开门，还有 5 分钟')).toBeTruthy()
    desk.found = [outletOnWire(1)]
    for (let minutes = 0; minutes < 7; minutes += 1) await pass(60_000)
    expect(screen.getByText('现在开门，17:00 关门')).toBeTruthy()
  })

  test('the last minute before a door opens is said without a figure’s room', async () => {
    const desk = await openDesk()
    desk.found = [outletOnWire(1, { opening: { state: 'closed', why: 'beforeHours', opensAt: today('10:25') } })]
    await open()
    expect(screen.getByText('10:25 开门，还有不到 1 分钟')).toBeTruthy()
  })

  test('the hotline is always there', async () => {
    const desk = await openDesk()
    desk.found = outletsFrom(1, 2)
    await open()
    await tap('人社热线，电话 028-12333')
    expect(phone.called).toEqual(['028-12333'])
  })
})

describe('wishes', () => {
  test('become the question, one by one', async () => {
    const desk = await openDesk()
    desk.found = outletsFrom(1, 2)
    await open({ cardId: 'card-1' })
    expect(desk.lastSearch).toEqual({ city: 'chengdu', system: 'gcj02', limit: 12 })
    await tapWish('现在开门')
    expect(desk.lastSearch.openAt).toBe('now')
    await tapWish('我的银行')
    expect(desk.lastSearch.bank).toBe('bocd')
    await tapWish('现在开门')
    expect(desk.lastSearch).toEqual({ city: 'chengdu', system: 'gcj02', limit: 12, bank: 'bocd' })
  })

  test('a need without a card asks for those that can do it', async () => {
    const desk = await openDesk()
    desk.found = outletsFrom(1, 1)
    await open()
    await tap('要办什么？ 先都看看')
    await tap(/^领卡/, 'radio')
    expect(desk.lastSearch.capability).toEqual(['collect'])
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('one’s own bank is no wish where no card is known, nor where it is none of the city’s', async () => {
    const desk = await openDesk()
    desk.found = outletsFrom(1, 1)
    const { unmount } = await open()
    expect(screen.queryByRole('checkbox', { name: '我的银行' })).toBeNull()
    unmount()
    const other = new OutletDesk(await openOfficeWith({ card: cardOnWire({ issuingBank: 'bocom' }) }))
    other.found = outletsFrom(1, 1)
    await open({ cardId: 'card-1' })
    expect(screen.queryByRole('checkbox', { name: '我的银行' })).toBeNull()
  })

  test('a search waits for the typing to end, and not for that when it is confirmed', async () => {
    const desk = await openDesk()
    desk.found = outletsFrom(1, 1)
    await open()
    await type('wh')
    await pass(299)
    expect(desk.lastSearch.query).toBeUndefined()
    await type('whj')
    await pass(400)
    expect(desk.office.wire.requestsOf('outlets/search')).toHaveLength(2)
    expect(desk.lastSearch.query).toBe('whj')
    await type('武侯')
    fireEvent.keyDown(screen.getByRole('textbox', { name: /^找网点/ }), { key: 'Enter' })
    await pass()
    expect(desk.lastSearch.query).toBe('武侯')
  })

  test('what was found stays in view until the new answer is there', async () => {
    const desk = await openDesk()
    desk.found = outletsFrom(1, 2)
    await open()
    const letGo = desk.office.wire.hold('outlets/search')
    desk.found = outletsFrom(5, 1)
    await tapWish('现在开门')
    expect(heading()).toBe('正在找…')
    expect(rows()).toHaveLength(2)
    letGo()
    await pass()
    expect(heading()).toBe('找到 1 个网点，1 个现在开门')
  })
})

describe('pages', () => {
  test('come one by one; an outlet that comes twice is shown once', async () => {
    const desk = await openDesk()
    desk.found = [...outletsFrom(1, 12), outletOnWire(12), outletOnWire(13)]
    await open()
    expect(heading()).toBe('先看 12 个网点，12 个现在开门')
    await tap('再看更多')
    await pass()
    expect(rows()).toHaveLength(13)
    expect(heading()).toBe('找到 13 个网点，13 个现在开门')
    expect(screen.queryByRole('button', { name: '再看更多' })).toBeNull()
  })

  test('two taps fetch one page, and a failed page can be asked for again', async () => {
    const desk = await openDesk()
    desk.found = outletsFrom(1, 14)
    await open()
    desk.office.wire.next('neverSent')
    const more = screen.getByRole('button', { name: '再看更多' })
    act(() => {
      more.click()
      more.click()
    })
    await pass()
    expect(desk.office.wire.requestsOf('outlets/search')).toHaveLength(2)
    await tap('更多的没查到，再试一次')
    await pass()
    expect(rows()).toHaveLength(14)
  })

  test('of an old question do not join a new answer', async () => {
    const desk = await openDesk()
    desk.found = outletsFrom(1, 14)
    await open()
    const letGo = desk.office.wire.hold('outlets/search')
    await tap('再看更多')
    fireEvent.click(wish('现在开门'))
    desk.found = outletsFrom(1, 2)
    letGo()
    await pass()
    expect(rows()).toHaveLength(2)
  })
})

test('a late page of an old question leaves the pages of the new one alone', async () => {
  const desk = await openDesk()
  desk.found = outletsFrom(1, 14)
  await open()
  const { wire } = desk.office
  const letOld = wire.hold('outlets/search')
  await tap('再看更多')
  wire.hold('outlets/search')()
  await tapWish('现在开门')
  await tap('再看更多')
  await pass()
  expect(rows()).toHaveLength(14)
  letOld()
  await pass()
  expect(rows()).toHaveLength(14)
})

describe('two views', () => {
  test('share the chosen outlet', async () => {
    const desk = await openDesk()
    desk.found = [outletOnWire(1), outletOnWire(5, { opening: { state: 'callFirst', why: 'hoursUnknown' } }), outletOnWire(9)]
    await open()
    await tap('方位图', 'radio')
    expect(screen.queryByRole('listitem')).toBeNull()
    await tap('2，示例网点5，没开门')
    expect(screen.getByText('示例路5号')).toBeTruthy()
    await tap('列表', 'radio')
    expect(within(rows()[1] ?? document.body).getByText('示例路5号')).toBeTruthy()
    expect(within(rows()[0] ?? document.body).queryByText('示例路1号')).toBeNull()
  })
})

describe('side by side', () => {
  const { getWindowInfo } = Taro
  afterEach(() => { Taro.getWindowInfo = getWindowInfo })

  test('the chosen outlet stands beside the list once, with its one filled button', async () => {
    Taro.getWindowInfo = () => ({ ...getWindowInfo(), windowWidth: 1024 })
    const desk = await openDesk()
    desk.found = outletsFrom(1, 3)
    await open()
    await tap(/^2　示例网点2/, 'radio')
    expect(screen.getByRole('radio', { name: /^2　示例网点2/ }).getAttribute('aria-checked')).toBe('true')
    expect(screen.getAllByText('示例路2号')).toHaveLength(1)
    expect(screen.getAllByRole('button', { name: '怎么走' })).toHaveLength(1)
  })
})

describe('without a network', () => {
  test('the last list is there with its time, without distances, and can be called from', async () => {
    phone.reset()
    const desk = await openDesk()
    phone.askPlace = () => Promise.resolve(near)
    desk.found = [outletOnWire(1, { distance: 900 }), outletOnWire(2, { distance: 1200 })]
    const { unmount } = await open()
    await tapWish('离我近的')
    await tap('用我的位置')
    await pass()
    await setOnline(false)
    unmount()
    expect(JSON.stringify([...phone.storage.values()])).not.toMatch(/distance|30\.65,|104\.06/)
    jest.setSystemTime(Date.parse(today('11:00')))
    await open()
    expect(screen.getByText('今天 10:24 查到的，没有网络')).toBeTruthy()
    expect(rows()).toHaveLength(2)
    expect(rows()[0]?.textContent).not.toMatch(/公里|米/)
    await tap('人社热线，电话 028-12333')
    expect(phone.called).toEqual(['028-12333'])
    await setOnline(true)
    await pass()
    expect(heading()).toBe('找到 2 个网点，2 个现在开门')
  })

  test('a list that is still in view when the network goes says how old it is', async () => {
    const desk = await openDesk()
    desk.found = outletsFrom(1, 2)
    await open()
    expect(screen.queryByText(/没有网络/)).toBeNull()
    await setOnline(false)
    expect(screen.getByText('今天 10:24 查到的，没有网络')).toBeTruthy()
    expect(rows()).toHaveLength(2)
  })

  test('a wish made without a network keeps the list that was seen, and says so', async () => {
    const desk = await openDesk()
    desk.found = outletsFrom(1, 2)
    await open()
    await setOnline(false)
    await tapWish('现在开门')
    expect(heading()).toBe('上次看到的网点')
    expect(screen.getByRole('alert').textContent).toBe('上次看到的网点今天 10:24 查到的，没有网络')
    expect(rows()).toHaveLength(2)
    await setOnline(true)
    await pass()
    expect(desk.lastSearch.openAt).toBe('now')
    expect(screen.queryByText(/没有网络/)).toBeNull()
  })

  test('without any list that was seen, it says so and offers the hotline', async () => {
    await openDesk()
    await setOnline(false)
    await open()
    expect(heading()).toBe('手机没连上网')
    expect(screen.getByRole('button', { name: /电话 028-12333/ })).toBeTruthy()
  })

  test('where the service cannot answer, the list that was seen is better than none', async () => {
    const desk = await openDesk()
    desk.found = outletsFrom(1, 2)
    const first = await open()
    first.unmount()
    desk.office.wire.on('outlets/search', () => {
      throw new Refused('busy')
    })
    await open()
    expect(heading()).toBe('上次看到的网点')
    expect(rows()).toHaveLength(2)
  })

  test('no answer shows the last list too; another citizen’s is not shown', async () => {
    const desk = await openDesk()
    desk.found = [outletOnWire(1, { opening: openUntil('10:30') })]
    const first = await open()
    first.unmount()
    desk.office.wire.next('neverSent', 'neverSent')
    jest.setSystemTime(Date.parse(today('10:40')))
    const second = await open()
    expect(screen.getByText('今天 10:24 查到的，现在没查到新的')).toBeTruthy()
    expect(screen.getByText('该关门了，先打电话问')).toBeTruthy()
    second.unmount()
    const kept = phone.storage.get('outlets.last') as object
    phone.storage.set('outlets.last', { ...kept, owner: 'wechat:someone-else' })
    desk.office.wire.next('neverSent', 'neverSent')
    await open()
    expect(heading()).toBe('没有连上')
  })
})
