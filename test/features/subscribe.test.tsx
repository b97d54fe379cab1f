import { fireEvent, screen } from '@testing-library/react'
import { TellMe } from '@/features/subscribe/tell-me'
import MessagesPage from '@/pages/messages/index'
import ReportLossPage from '@/pages/report-loss/index'
import { cardOnWire } from '../support/builders/card-on-wire'
import { pass } from '../support/wire/hooks'
import { openOfficeWith, showPage, tap } from '../support/wire/pages'
import { ToldDesk } from '../support/wire/told'

const asked: (readonly string[])[] = []
let allows: (ids: readonly string[]) => Promise<readonly string[]> = async (ids) => ids
jest.mock('@/platform/subscribe', () => ({
  askLeave: (ids: readonly string[]) => {
    asked.push(ids)
    return allows(ids)
  },
}))

beforeEach(() => {
  jest.useFakeTimers()
  asked.length = 0
  allows = async (ids) => ids
})
afterEach(() => jest.useRealTimers())

const both = [{ template: 'cardChanged', id: 'template-1' }, { template: 'lapsesSoon', id: 'template-2' }] as const
const open = async (templates: ToldDesk['templates'] = [...both]) => {
  const desk = new ToldDesk(await openOfficeWith())
  desk.templates = templates
  await showPage(TellMe)
  return desk
}
const saved = ({ office }: ToldDesk) => office.wire.requestsOf('person/subscribe')

test('one tap asks the platform at once, and what was allowed is told to the server', async () => {
  const desk = await open()
  fireEvent.click(screen.getByRole('button', { name: '变动时提醒我' }))
  // within the tap itself: WeChat asks at no other time
  expect(asked).toEqual([['template-1', 'template-2']])
  await pass()
  expect(saved(desk)).toEqual([{ templates: ['cardChanged', 'lapsesSoon'] }])
  expect(screen.getByText('好，有变动会提醒您。')).toBeTruthy()
})

test('of two only the one that was allowed is told', async () => {
  allows = async () => ['template-2']
  const desk = await open()
  await tap('变动时提醒我')
  expect(saved(desk)).toEqual([{ templates: ['lapsesSoon'] }])
})

test('refused: it is said calmly, and the server is told nothing', async () => {
  allows = async () => []
  const desk = await open()
  await tap('变动时提醒我')
  expect(saved(desk)).toEqual([])
  expect(screen.getByText('没有开提醒。有变动，这里的消息都会写着。')).toBeTruthy()
})

test('tapped twice, the platform asks once', async () => {
  await open()
  const button = screen.getByRole('button', { name: '变动时提醒我' })
  fireEvent.click(button)
  fireEvent.click(button)
  await pass()
  expect(asked).toHaveLength(1)
})

test('where nothing can be sent the button is not there', async () => {
  await open([])
  expect(screen.queryByRole('button')).toBeNull()
})

test('what the server did not take is said, and can be tried again without asking the platform', async () => {
  const desk = await open()
  desk.refuses = ['busy']
  await tap('变动时提醒我')
  expect(screen.getByRole('alert').textContent).toContain('提醒没有开成')
  desk.refuses = undefined
  await tap('再试一次')
  expect(screen.getByText('好，有变动会提醒您。')).toBeTruthy()
  expect(asked).toHaveLength(1)
})

test('it is offered once a loss is reported', async () => {
  const desk = new ToldDesk(await openOfficeWith({ card: cardOnWire() }))
  desk.templates = [...both]
  desk.report = undefined
  await showPage(ReportLossPage, { cardId: 'card-1' })
  for (const words of ['继续挂失', '同意，开始演示核对', '用这个结果继续']) await tap(words)
  await pass()
  await tap('变动时提醒我')
  expect(saved(desk)).toHaveLength(1)
})

test('it is offered beside what one was told', async () => {
  const desk = new ToldDesk(await openOfficeWith())
  desk.templates = [...both]
  await showPage(MessagesPage)
  await pass()
  await tap('变动时提醒我')
  expect(saved(desk)).toHaveLength(1)
})
