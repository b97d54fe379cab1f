import { fireEvent, screen } from '@testing-library/react'
import { session } from '@/features/session/store'
import { TellMe } from '@/features/subscribe/tell-me'
import MessagesPage from '@/pages/messages/index'
import ReleasePage from '@/pages/release/index'
import ReportLossPage from '@/pages/report-loss/index'
import type { Leave } from '@/platform/subscribe'
import { cardOnWire, messageOnWire, reportOnWire } from '../support/builders/card-on-wire'
import { pass } from '../support/wire/hooks'
import { openOfficeWith, setOnline, showPage, tap } from '../support/wire/pages'
import { ToldDesk } from '../support/wire/told'
import { Refused } from '../support/wire/wire'

const platform = { asked: [] as (readonly string[])[], opened: 0, can: true, says: async (ids: readonly string[]): Promise<Leave> => ids }
jest.mock('@/platform/subscribe', () => ({
  canAskLeave: () => platform.can,
  askLeave: (ids: readonly string[]) => {
    platform.asked.push(ids)
    return platform.says(ids)
  },
  openSettings: () => { platform.opened += 1 },
}))

beforeEach(() => {
  jest.useFakeTimers({ now: Date.parse('2026-03-10T10:30:00+08:00') })
  Object.assign(platform, { asked: [], opened: 0, can: true, says: async (ids: readonly string[]) => ids })
})
afterEach(() => jest.useRealTimers())

const both = [{ template: 'cardChanged', id: 'template-1' }, { template: 'lapsesSoon', id: 'template-2' }] as const
const Changes = () => <TellMe about="cardChanged" />
const Lapse = () => <TellMe about="lapsesSoon" />
const open = async (templates: ToldDesk['templates'] = [...both], Shown = Changes) => {
  const desk = new ToldDesk(await openOfficeWith())
  desk.templates = templates
  await showPage(Shown)
  return desk
}
const answers = (leave: Leave) => { platform.says = async () => leave }
const saved = ({ office }: ToldDesk) => office.wire.requestsOf('person/subscribe')
const idempotencyKey: unknown = expect.any(String)
const says = (words: string) => expect(screen.getByText(words)).toBeTruthy()
const ask = '变动时提醒我'
const allSet = '好，卡下次有变动、挂失快到期，会提醒您。'

describe('what a person answers', () => {
  test('one tap asks the platform at once, and what was allowed is told to the server', async () => {
    const desk = await open()
    fireEvent.click(screen.getByRole('button', { name: ask }))
    // within the tap itself: WeChat asks at no other time
    expect(platform.asked).toEqual([['template-1', 'template-2']])
    await pass()
    expect(saved(desk)).toEqual([{ templates: ['cardChanged', 'lapsesSoon'], idempotencyKey }])
    says(allSet)
    expect(screen.queryByRole('button')).toBeNull()
  })

  test.each([
    ['template-1', 'cardChanged', '好，卡下次有变动会提醒您。'],
    ['template-2', 'lapsesSoon', '好，挂失快到期会提醒您。'],
  ])('of two only %s: that alone is told, and promised', async (id, template, words) => {
    answers([id])
    const desk = await open()
    await tap(ask)
    expect(saved(desk)).toEqual([{ templates: [template], idempotencyKey }])
    says(words)
  })

  test.each([
    ['refused', '没有开提醒，不影响办事。卡有变动，“消息”里都会写着。'],
    ['settings', '提醒关着，也不会再问您。想开：点右上角“…”，进“设置”打开，再回来点一次。'],
    ['notAsked', '这会儿开不了提醒，不影响办事。卡有变动，“消息”里都会写着。'],
  ] as const)('%s: it is said calmly, the server is told nothing, and one may think again', async (leave, words) => {
    answers(leave)
    const desk = await open()
    await tap(ask)
    says(words)
    expect(screen.queryByRole('alert')).toBeNull()
    expect(saved(desk)).toEqual([])
    answers(['template-1'])
    await tap('还是想开提醒')
    expect(saved(desk)).toEqual([{ templates: ['cardChanged'], idempotencyKey }])
  })

  test('where the platform does not ask any more, its settings are one tap away', async () => {
    answers('settings')
    await open()
    await tap(ask)
    await tap('打开设置')
    expect(platform.opened).toBe(1)
  })

  test('tapped twice, the platform asks once and the server is told once', async () => {
    const desk = await open()
    const button = screen.getByRole('button', { name: ask })
    fireEvent.click(button)
    fireEvent.click(button)
    await pass()
    expect(platform.asked).toHaveLength(1)
    expect(saved(desk)).toHaveLength(1)
  })

  test('while it is asked the button takes no further tap', async () => {
    platform.says = () => new Promise(() => undefined)
    await open()
    await tap(ask)
    await tap('正在开提醒…')
    expect(platform.asked).toHaveLength(1)
  })
})

describe('where it is not offered', () => {
  test('nothing can be sent', async () => {
    await open([])
    expect(screen.queryByRole('button')).toBeNull()
  })

  test('what it promises cannot be sent', async () => {
    await open([both[0]], Lapse)
    expect(screen.queryByRole('button')).toBeNull()
  })

  test('the platform is too old to ask: the server is not asked either', async () => {
    platform.can = false
    const desk = await open()
    expect(screen.queryByRole('button')).toBeNull()
    expect(desk.office.wire.requestsOf('person/messageTemplates')).toEqual([])
  })

  test('what can be sent is not known', async () => {
    await openOfficeWith()
    await showPage(Changes)
    expect(screen.queryByRole('button')).toBeNull()
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('noting it down', () => {
  test('what the server did not take is said, and told again without asking the platform', async () => {
    const desk = await open()
    desk.refuses = ['tooManyRequests']
    await tap(ask)
    expect(screen.getByRole('alert').textContent).toBe('提醒没有开成不影响您的卡。卡有变动，“消息”里都会写着。')
    desk.refuses = undefined
    await tap('再试一次')
    says(allSet)
    expect(platform.asked).toHaveLength(1)
  })

  test('an answer that is lost is asked for again by itself, with the same meaning', async () => {
    const desk = await open()
    desk.office.wire.next('lost', 'lost')
    await tap(ask)
    says('还不确定有没有记上，正在再试。不影响您的卡。')
    await pass(1_000)
    await pass(2_000)
    says(allSet)
    expect(saved(desk)).toEqual(Array(3).fill({ templates: ['cardChanged', 'lapsesSoon'], idempotencyKey }))
    expect(new Set(saved(desk).map((one) => JSON.stringify(one))).size).toBe(1)
    expect(platform.asked).toHaveLength(1)
  })

  test('without a network nothing is sent, and nothing is said of the card', async () => {
    const desk = await open()
    await setOnline(false)
    await tap(ask)
    expect(screen.getByRole('alert').textContent).not.toContain('和原来一样')
    expect(saved(desk)).toEqual([])
    await setOnline(true)
    await tap('再试一次')
    says(allSet)
    expect(platform.asked).toHaveLength(1)
  })

  test('an expired session is renewed in silence', async () => {
    const desk = await open()
    const expired = session.get()?.token
    desk.office.wire.on('person/subscribe', (_, token) => {
      if (token === expired) throw new Refused('notSignedIn')
      return {}
    })
    await tap(ask)
    says(allSet)
  })

  test('what another try cannot mend is offered none', async () => {
    const desk = await open()
    desk.refuses = ['notBound']
    await tap(ask)
    expect(screen.getByRole('alert')).toBeTruthy()
    expect(screen.queryByRole('button')).toBeNull()
  })
})

describe('where it is offered', () => {
  const deskWith = async (behind: Parameters<typeof openOfficeWith>[0]) => {
    const desk = new ToldDesk(await openOfficeWith(behind))
    desk.templates = [...both]
    return desk
  }
  const checked = async (first: string) => {
    for (const words of [first, '同意，开始演示核对', '用这个结果继续']) await tap(words)
    await pass()
  }
  const lost = { socialSecurity: cardOnWire({ state: 'formallyLost' }).socialSecurity }
  const proxied = { holder: { relation: 'proxy', maskedName: '示*' } } as const

  const report = async (card = cardOnWire()) => {
    const desk = await deskWith({ card })
    desk.report = undefined
    desk.office.wire.on('card/reportLoss', () => ({ card: { ...card, ...lost }, report: reportOnWire(), already: false }))
    await showPage(ReportLossPage, { cardId: 'card-1' })
    await checked('继续挂失')
    return desk
  }

  test('once a loss is reported', async () => {
    const desk = await report()
    await tap(ask)
    expect(saved(desk)).toHaveLength(1)
  })

  test('not to who reported it for someone else, since they are not told', async () => {
    await report(cardOnWire(proxied))
    expect(screen.getByText('社保功能已挂失')).toBeTruthy()
    expect(screen.queryByRole('button', { name: ask })).toBeNull()
  })

  test('once it is unhooked', async () => {
    const desk = await deskWith({ card: cardOnWire({ state: 'formallyLost' }) })
    await showPage(ReleasePage, { cardId: 'card-1' })
    await checked('卡在我手里，解挂')
    await tap(ask)
    expect(saved(desk)).toHaveLength(1)
  })

  test('beside a temporary report, before it ends', async () => {
    const lapsesAt = '2026-03-13T14:20:00.000+08:00'
    const desk = await deskWith({ card: cardOnWire({ state: 'temporarilyLost', lapsesAt }) })
    desk.report = reportOnWire({ kind: 'temporary', channel: 'phone', lapsesAt, releasedIn: ['phone', 'counter'] })
    await showPage(ReportLossPage, { cardId: 'card-1' })
    await pass()
    await tap('到期前提醒我')
    expect(saved(desk)).toHaveLength(1)
  })

  test.each([['what one was told', [messageOnWire()]], ['that nothing was told yet', []]])('beside %s', async (_, messages) => {
    const desk = await deskWith({})
    desk.messages = messages
    await showPage(MessagesPage)
    await pass()
    await tap(ask)
    expect(saved(desk)).toHaveLength(1)
  })
})

test('in English and in elder mode it says the same', async () => {
  const desk = new ToldDesk(await openOfficeWith({ language: 'en', mode: 'elder' }))
  desk.templates = [...both]
  answers('refused')
  await showPage(Changes)
  await tap('Tell me about changes')
  says('No reminders then; nothing here needs them. Whatever changes is written in Messages.')
})
