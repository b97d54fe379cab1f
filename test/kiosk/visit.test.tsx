import { act, fireEvent, screen } from '@testing-library/react'
import { privacyNotice } from '@/features/privacy/notice'
import { settings } from '@/features/settings/store'
import { session } from '@/features/session/store'
import HomePage from '@/pages/home/index'
import ReleasePage from '@/pages/release/index'
import ReportLossPage from '@/pages/report-loss/index'
import { read } from '@/platform/storage'
import { bank, reportOnWire } from '../support/builders/card-on-wire'
import { phone } from '../support/taro/phone'
import { pass } from '../support/wire/hooks'
import { lostCard, type Office } from '../support/wire/office'
import { tap } from '../support/wire/pages'
import { first, openTerminal, put, putCard, second, showAt, takeAway } from '../support/wire/terminal'
import { Refused } from '../support/wire/wire'

let office: Office
beforeEach(() => {
  jest.useFakeTimers({ now: Date.parse('2026-03-10T10:24:00+08:00') })
  office = openTerminal()
})
afterEach(() => jest.useRealTimers())

const signIns = () => office.wire.requestsOf('session/signIn')
const isStart = () => Boolean(screen.queryByText('60 秒没人动就退出，', { exact: false }))
const enter = async (card = first): Promise<void> => {
  await put(card)
  await tap('同意并开始')
  await pass(100)
  expect(screen.getByText('您的社保卡能正常用')).toBeTruthy()
}

describe('coming', () => {
  test('without an ID card nothing is asked of anyone’s, and the way to a new card is told', async () => {
    await showAt(HomePage)
    await tap(/补卡换卡/)
    expect(screen.getByText('身份证原件')).toBeTruthy()
    await tap('找能办的网点')
    expect(phone.opened.at(-1)).toBe('/pages/outlets/index?city=chengdu&cardId=&need=instantReissue')
    await pass(30_000)
    expect(office.wire.asked.filter(({ token }) => token)).toEqual([])
    expect(signIns()).toEqual([])
  })

  test('an ID card that comes first is used only once that is agreed to', async () => {
    await showAt(HomePage)
    await put(first)
    expect(signIns()).toEqual([])
    await tap('同意并开始')
    expect(signIns()).toEqual([{ proof: { kind: 'terminal', ...first, notice: privacyNotice } }])
  })

  test('not agreeing, or taking it away, forgets it', async () => {
    await showAt(HomePage)
    await put(first)
    await tap('不同意，退出')
    expect(isStart()).toBe(true)
    await put(first)
    await takeAway()
    expect(isStart()).toBe(true)
    expect(signIns()).toEqual([])
  })

  test.each([
    [/卡丢了/, '/pages/report-loss/index?cardId=card-1'],
    [/找到了/, '/pages/release/index?cardId=card-1'],
  ])('%s goes on by itself after the ID card, with no second consent', async (tile, opened) => {
    await showAt(HomePage)
    await tap(tile)
    expect(screen.getByText(/放上身份证，就是同意/)).toBeTruthy()
    await put(first)
    await pass()
    expect(phone.opened).toEqual([opened])
    expect(signIns()).toHaveLength(1)
  })

  test('what was read badly counts as not read', async () => {
    await showAt(HomePage)
    for (const detail of [undefined, {}, { name: '示例公民甲' }, { name: '', idNumber: first.idNumber }, 'card']) {
      act(() => void window.dispatchEvent(new CustomEvent('idcardread', { detail })))
    }
    expect(isStart()).toBe(true)
  })

  test('an ID card that nobody knows is told where to go, and can be tried again by another', async () => {
    office.wire.on('session/signIn', () => { throw new Refused('idCardUnknown') })
    await showAt(HomePage)
    await tap(/查状态/)
    await put(first)
    expect(screen.getByRole('heading', { name: '没有查到您的卡' })).toBeTruthy()
    await takeAway()
    expect(isStart()).toBe(true)
  })

  test('without a network nothing was done, and one more try does it', async () => {
    await showAt(HomePage)
    await tap(/查状态/)
    office.wire.next('neverSent')
    await put(first)
    expect(screen.getByRole('heading', { name: '没有连上' })).toBeTruthy()
    await tap('再试一次')
    await pass(100)
    expect(screen.getByText('您的社保卡能正常用')).toBeTruthy()
  })
})

describe('leaving', () => {
  const isGone = () => {
    expect(session.get()).toBeUndefined()
    expect(isStart()).toBe(true)
    expect(document.body.textContent).not.toMatch(/示例\*|0001/)
    expect([localStorage.length, sessionStorage.length, phone.storage.size]).toEqual([0, 0, 0])
    expect(read('session')).toBeUndefined()
    expect(settings.get()).toMatchObject({ language: 'zh', fontScale: 1 })
  }

  test('nothing is stored while someone is there, and all is forgotten by one tap', async () => {
    await showAt(HomePage)
    await tap('English')
    await put(first)
    await tap('Agree and start')
    fireEvent.click(screen.getByRole('switch', { name: 'Larger' }))
    expect(localStorage.length + phone.storage.size).toBe(0)
    await tap('Leave')
    isGone()
    expect(office.wire.requestsOf('session/signOut')).toHaveLength(1)
    expect(phone.opened.at(-1)).toBe('relaunch /pages/home/index')
  })

  test('without a network it leaves nothing behind either', async () => {
    await showAt(HomePage)
    await enter()
    office.wire.next('neverSent')
    await tap('退出')
    await pass(20_000)
    isGone()
  })

  test('after 60 seconds it asks, whoever answers goes on, and after 10 more it leaves', async () => {
    await showAt(HomePage)
    await enter()
    await pass(59_000)
    expect(screen.queryByText('您还在吗？')).toBeNull()
    await pass(2_000)
    expect(screen.getByText('您还在吗？')).toBeTruthy()
    await tap('还在，接着办')
    expect(screen.queryByText('您还在吗？')).toBeNull()
    await pass(61_000)
    expect(screen.getByText('您还在吗？')).toBeTruthy()
    await pass(10_000)
    isGone()
  })

  test('every touch counts anew', async () => {
    await showAt(HomePage)
    await enter()
    for (let minute = 0; minute < 3; minute += 1) {
      await pass(50_000)
      fireEvent.pointerDown(document.body)
    }
    expect(screen.queryByText('您还在吗？')).toBeNull()
  })

  test('the first page as everyone finds it asks nobody', async () => {
    await showAt(HomePage)
    await pass(600_000)
    expect(screen.queryByText('您还在吗？')).toBeNull()
    expect(phone.opened).toEqual([])
  })

  test('something chosen, or another language, does not wait for the next one', async () => {
    await showAt(HomePage)
    await tap('English')
    await tap(/Card lost/)
    await pass(71_000)
    isGone()
  })

  test('an ID card that is taken away is asked about, put back it goes on, else it leaves', async () => {
    await showAt(HomePage)
    await enter()
    await takeAway()
    expect(screen.getByText('身份证拿走了。办完了吗？')).toBeTruthy()
    await put(first)
    expect(screen.queryByText('身份证拿走了。办完了吗？')).toBeNull()
    expect(signIns()).toHaveLength(1)
    await takeAway()
    await pass(11_000)
    isGone()
  })

  test('another person’s ID card ends the first one’s session, and asks them first', async () => {
    await showAt(HomePage)
    await enter()
    await put(second)
    expect(office.wire.requestsOf('session/signOut')).toHaveLength(1)
    expect(session.get()).toBeUndefined()
    expect(screen.getByText('身份证读好了')).toBeTruthy()
    expect(screen.queryByText('您的社保卡能正常用')).toBeNull()
    await tap('同意并开始')
    expect(signIns().at(-1)).toEqual({ proof: { kind: 'terminal', ...second, notice: privacyNotice } })
  })

  test('whoever left while being signed in is not, and the server is told', async () => {
    const letGo = office.wire.hold('session/signIn')
    await showAt(HomePage)
    await tap(/查状态/)
    await put(first)
    await takeAway()
    letGo()
    await pass()
    isGone()
    expect(office.wire.asked.filter(({ name }) => name === 'session/signOut').map(({ token }) => token)).toEqual(['token-1'])
  })

  test('a session that ran out ends the visit, and says so', async () => {
    await showAt(HomePage)
    await enter()
    office.expireSessions()
    office.endRefreshing()
    office.wire.on('session/signIn', () => { throw new Refused('proofRefused') })
    await pass(15_000)
    await act(async () => window.dispatchEvent(new Event('online')))
    await tap(/办过什么/)
    act(() => phone.show())
    await pass(1_000)
    expect(session.get()).toBeUndefined()
    expect(screen.getByText(/时间长了，已经退出/)).toBeTruthy()
  })
})

describe('doing', () => {
  const enterThen = async () => {
    const shown = await showAt(HomePage)
    await enter()
    shown.unmount()
  }

  test('a report needs no face, says what it does, and is sent once', async () => {
    office.results = ['passed']
    await enterThen()
    await showAt(ReportLossPage, { cardId: 'card-1' })
    await tap('知道了，继续')
    expect(screen.getByText('身份证已经核对过，不用刷脸。')).toBeTruthy()
    const go = screen.getByRole('button', { name: '挂失这张卡' })
    act(() => {
      fireEvent.click(go)
      fireEvent.click(go)
    })
    await pass()
    expect(office.wire.requestsOf('session/completeVerification')).toEqual([{ verificationId: 'check-1' }])
    expect(office.wire.requestsOf('card/reportLoss')).toHaveLength(1)
    expect(screen.getByText('社保功能已挂失')).toBeTruthy()
    expect(screen.queryByText('复制回执号')).toBeNull()
  })

  test('in the midst of sending nobody is sent away; the result is seen first', async () => {
    office.results = ['passed']
    await enterThen()
    await showAt(ReportLossPage, { cardId: 'card-1' })
    await tap('知道了，继续')
    const letGo = office.wire.hold('card/reportLoss')
    await tap('挂失这张卡')
    await pass(100_000)
    expect(screen.queryByText('您还在吗？')).toBeNull()
    letGo()
    while (!screen.queryByText('社保功能已挂失')) await pass(1_000)
    await pass(58_000)
    expect(screen.queryByText('您还在吗？')).toBeNull()
    await pass(5_000)
    expect(screen.getByText('您还在吗？')).toBeTruthy()
  })

  test('a release is checked by the card on the reader; another card does not do, and the right one does', async () => {
    office.card = lostCard()
    office.wire.on('card/get', () => ({ card: office.card, bank: { ...bank, told: false }, report: reportOnWire({ channel: 'terminal', releasedIn: ['counter', 'terminal'] }) }))
    office.results = ['failed', 'passed']
    const shown = await showAt(HomePage)
    await put(first)
    await tap('同意并开始')
    shown.unmount()
    await showAt(ReleasePage, { cardId: 'card-1' })
    await tap('卡在我手里，解挂')
    expect(screen.getByRole('heading', { name: '把社保卡放上来' })).toBeTruthy()
    await takeAway()
    expect(screen.queryByText('身份证拿走了。办完了吗？')).toBeNull()
    await putCard('510100000000000202')
    expect(screen.getByText('没有核对上')).toBeTruthy()
    expect(office.wire.requestsOf('card/releaseLoss')).toEqual([])
    await tap('再放一次')
    await putCard('510100000000000101')
    await pass()
    expect(office.wire.requestsOf('session/completeVerification')).toEqual([
      { verificationId: 'check-1', readCard: '510100000000000202' }, { verificationId: 'check-1', readCard: '510100000000000101' },
    ])
    expect(office.changes).toBe(1)
    expect(screen.getByText('已经解挂')).toBeTruthy()
  })
})
