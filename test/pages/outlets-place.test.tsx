import { fireEvent, screen } from '@testing-library/react'
import OutletsPage from '@/pages/outlets/index'
import { cardOnWire } from '../support/builders/card-on-wire'
import { outletOnWire, outletsFrom, today } from '../support/builders/outlet-on-wire'
import { phone } from '../support/taro/phone'
import { pass } from '../support/wire/hooks'
import { OutletDesk } from '../support/wire/outlets'
import { openOfficeWith, showPage, tap } from '../support/wire/pages'

beforeEach(() => jest.useFakeTimers({ now: Date.parse(today('10:24')) }))
afterEach(() => jest.useRealTimers())

const inChengdu = { latitude: 30.65, longitude: 104.06 }
const openDesk = async () => {
  const desk = new OutletDesk(await openOfficeWith({ card: cardOnWire() }))
  desk.found = outletsFrom(1, 2)
  return desk
}
const open = () => showPage(OutletsPage, { city: 'chengdu', cardId: '', need: '' })
const nearMe = () => screen.getByRole('checkbox', { name: /离我近的|正在找您/ })
const tapNear = async () => {
  fireEvent.click(nearMe())
  await pass()
}
const askFor = async (answer: typeof phone.askPlace) => {
  phone.askPlace = answer
  await tapNear()
  await tap('用我的位置')
  await pass()
}

describe('where the citizen is', () => {
  test('is not asked before they want it, and our own sheet says first what for', async () => {
    const desk = await openDesk()
    await open()
    expect(phone.placeAsked).toBe(0)
    await tapNear()
    expect(screen.getByRole('dialog', { name: '用您现在的位置吗？' }).textContent).toMatch('只用来算离您多远，不保存。')
    expect(phone.placeAsked).toBe(0)
    expect(desk.lastSearch.near).toBeUndefined()
  })

  test('orders the list: near ones, and of them the open first', async () => {
    const desk = await openDesk()
    await open()
    desk.found = [outletOnWire(1, { distance: 420, location: { latitude: 30.653, longitude: 104.063 } })]
    await askFor(() => Promise.resolve(inChengdu))
    expect(desk.lastSearch).toEqual({ city: 'chengdu', system: 'gcj02', limit: 12, near: inChengdu, order: 'openFirst' })
    expect(nearMe().getAttribute('aria-checked')).toBe('true')
    expect(screen.getByText('东北 420 米')).toBeTruthy()
    expect(screen.getByText(/^开着门的排前面。/)).toBeTruthy()
  })

  test('is forgotten by a second tap, and is kept nowhere', async () => {
    const desk = await openDesk()
    await open()
    await askFor(() => Promise.resolve(inChengdu))
    await tapNear()
    await pass(11_000)
    expect(nearMe().getAttribute('aria-checked')).toBe('false')
    expect(desk.office.wire.requestsOf('outlets/search')).toHaveLength(2)
    expect(JSON.stringify([...phone.storage, ...phone.opened])).not.toMatch(/104\.06/)
  })

  test('is asked once however often it is tapped', async () => {
    await openDesk()
    await open()
    phone.askPlace = () => new Promise(() => undefined)
    await tapNear()
    const use = screen.getByRole('button', { name: '用我的位置' })
    fireEvent.click(use)
    fireEvent.click(use)
    await pass()
    await tapNear()
    expect(phone.placeAsked).toBe(1)
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(nearMe().textContent).toBe('正在找您…')
  })

  test('that comes after the citizen went another way is dropped', async () => {
    const desk = await openDesk()
    await open()
    await tapNear()
    await tap('不用，选区县')
    await pass(400)
    await tap(/^锦江区/, 'radio')
    expect(phone.placeAsked).toBe(0)
    expect(desk.lastSearch).toMatchObject({ district: '510104' })
  })
})

describe('without it a district is chosen', () => {
  const cases: readonly (readonly [string, typeof phone.askPlace, RegExp])[] = [
    ['refused', () => Promise.reject({ error: 2001 }), /^没有用到您的位置。/],
    ['absent', () => Promise.reject({ error: 12 }), /^手机没有给出位置。/],
    ['outside the city', () => Promise.resolve({ latitude: 31.23, longitude: 121.47 }), /^您现在不在成都。/],
  ]
  test.each(cases)('%s', async (_name, answer, why) => {
    const desk = await openDesk()
    await open()
    await askFor(answer)
    await pass(400)
    expect(screen.getByRole('dialog', { name: '看哪个区县？' }).textContent).toMatch(/区县/)
    expect(screen.getByText(why)).toBeTruthy()
    await tap(/^武侯区/, 'radio')
    expect(desk.lastSearch).toMatchObject({ district: '510107' })
    expect(desk.lastSearch.near).toBeUndefined()
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('when no place comes in time', async () => {
    await openDesk()
    await open()
    await askFor(() => new Promise(() => undefined))
    await pass(10_000)
    expect(screen.getByText(/^等了一会儿，没有等到位置。/)).toBeTruthy()
  })

  test('which may be left open: everything goes on without', async () => {
    const desk = await openDesk()
    await open()
    await askFor(() => Promise.reject({ error: 2001 }))
    await tap('先不选')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getAllByRole('listitem')).toHaveLength(2)
    expect(desk.office.wire.requestsOf('outlets/search')).toHaveLength(1)
  })
})

describe('a district', () => {
  const choose = async (name: RegExp) => {
    await tap(/^看哪个区县？/)
    await pass(400)
    await tap(name, 'radio')
  }

  test('is remembered for next time, in its own city', async () => {
    const desk = await openDesk()
    const { unmount } = await open()
    await choose(/^武侯区/)
    unmount()
    await open()
    expect(desk.lastSearch.district).toBe('510107')
    expect(screen.getByRole('button', { name: '看哪个区县？ 武侯区' })).toBeTruthy()
    await choose(/^全市/)
    expect(phone.storage.has('outlets.district')).toBe(false)
  })

  test('of another city is not used here', async () => {
    const desk = await openDesk()
    phone.storage.set('outlets.district', { city: 'shanghai', code: '310101', name: '黄浦区' })
    await open()
    expect(desk.lastSearch.district).toBeUndefined()
  })

  test('gives way to a known place, and is still there the next time', async () => {
    const desk = await openDesk()
    const { unmount } = await open()
    await choose(/^武侯区/)
    await askFor(() => Promise.resolve(inChengdu))
    expect(desk.lastSearch.district).toBeUndefined()
    unmount()
    await open()
    expect(desk.lastSearch.district).toBe('510107')
  })

  test('can be asked for again when the districts did not come', async () => {
    const desk = await openDesk()
    await open()
    desk.office.wire.next('neverSent')
    await tap(/^看哪个区县？/)
    await pass()
    expect(screen.getByText('区县名单没有查到。')).toBeTruthy()
    await tap('再试一次')
    await pass()
    expect(screen.getByRole('radio', { name: /^武侯区/ }).textContent).toBe('武侯区（4 个网点）')
  })
})
