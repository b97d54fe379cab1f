import { fireEvent, screen } from '@testing-library/react'
import HomePage from '@/pages/home/index'
import KioskPage from '@/pages/kiosk/index'
import { phone } from '../support/taro/phone'
import { pass } from '../support/wire/hooks'
import { setOnline, tap } from '../support/wire/pages'
import { kiosk, openTerminal, put, showAt, first } from '../support/wire/terminal'
import { Refused } from '../support/wire/wire'

beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-03-10T10:24:00+08:00') }))
afterEach(() => jest.useRealTimers())

const startWords = /把身份证放上来/

test('a browser that the server names a terminal is one, and says where it stands and when', async () => {
  openTerminal()
  await showAt(HomePage)
  expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(startWords)
  expect(screen.getByText('示例医院自助网点')).toBeTruthy()
  expect(screen.getByText('3月10日 周二 10:24')).toBeTruthy()
  await pass(60_000)
  expect(screen.getByText('3月10日 周二 10:25')).toBeTruthy()
})

test('any other browser is not, whatever its address says', async () => {
  openTerminal(false)
  window.location.hash = '#/pages/home/index?kiosk=1'
  await showAt(HomePage, { kiosk: '1' })
  expect(screen.queryByText(startWords)).toBeNull()
  expect(screen.getByRole('button', { name: '查我的卡，去挂失' })).toBeTruthy()
  await put(first)
  expect(screen.queryByText('身份证读好了')).toBeNull()
})

test('whatever an earlier user of the browser left is gone once it is a terminal', async () => {
  openTerminal()
  localStorage.setItem('session', '{"data":{}}')
  sessionStorage.setItem('any', 'thing')
  await showAt(HomePage)
  expect([localStorage.length, sessionStorage.length]).toEqual([0, 0])
})

test.each([
  ['no answer comes', () => { throw new Error('request:fail') }],
  ['the server is at fault', () => { throw new Refused('fault') }],
])('where %s nothing is shown but that it is tried again, and it is', async (_, answer) => {
  const office = openTerminal()
  if (_ === 'no answer comes') office.wire.next('neverSent')
  else office.wire.on('session/kiosk', answer)
  await showAt(HomePage)
  expect(screen.getByText('没有连上')).toBeTruthy()
  expect(screen.queryByText('查我的卡，去挂失')).toBeNull()
  office.wire.on('session/kiosk', () => ({ kiosk }))
  await pass(6_000)
  expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(startWords)
})

test('a terminal that was revoked says so at the next ID card, and keeps nothing', async () => {
  const office = openTerminal()
  await showAt(HomePage)
  office.wire.on('session/kiosk', () => ({}))
  office.wire.on('session/signIn', () => { throw new Refused('proofRefused') })
  await tap(/卡丢了/)
  await put(first)
  expect(screen.getByText('这台机器停用了')).toBeTruthy()
  expect(screen.queryByText(startWords)).toBeNull()
})

describe('enrolment', () => {
  const type = (code: string) => fireEvent.input(screen.getByRole('textbox', { name: '登记码' }), { target: { value: code } })

  test('a code makes the browser a terminal, typed with gaps and sent once', async () => {
    const office = openTerminal(false)
    office.wire.on('session/enrolKiosk', () => ({ kiosk }))
    await showAt(KioskPage)
    type(' k7m2-94qd ')
    fireEvent.click(screen.getByRole('button', { name: '登记' }))
    await tap(/登记/)
    expect(office.wire.requestsOf('session/enrolKiosk')).toEqual([{ code: 'k7m2-94qd' }])
    expect(screen.getByText('这台机器现在在：示例医院自助网点')).toBeTruthy()
    await tap('打开首页')
    expect(phone.opened.at(-1)).toBe('relaunch /pages/home/index')
  })

  test('one that is wrong, used or out of time is said so; an impossible one asks nobody', async () => {
    const office = openTerminal(false)
    office.wire.on('session/enrolKiosk', () => { throw new Refused('proofRefused') })
    await showAt(KioskPage)
    type('没有这样的码')
    await tap('登记')
    expect(screen.getByText('这个码不能用')).toBeTruthy()
    expect(office.wire.requestsOf('session/enrolKiosk')).toEqual([])
    type('k7m2-94qd')
    await tap('登记')
    expect(screen.getByText(/码输错了，或者已经用过、过期了/)).toBeTruthy()
  })

  test('too many tries, and an answer that was lost, each say what to do', async () => {
    const office = openTerminal(false)
    office.wire.on('session/enrolKiosk', () => { throw new Refused('tooManyRequests') })
    await showAt(KioskPage)
    type('a-b')
    await tap('登记')
    expect(screen.getByText('办得太快了')).toBeTruthy()
    office.wire.on('session/enrolKiosk', () => ({ kiosk }))
    office.wire.next('lost')
    await tap('登记')
    expect(screen.getByText('没有连上')).toBeTruthy()
    await setOnline(true)
  })
})
