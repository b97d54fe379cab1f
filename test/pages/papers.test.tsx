import { screen } from '@testing-library/react'
import { keepSession } from '@/features/session/store'
import PapersPage from '@/pages/papers/index'
import { signIn } from '@/features/session/sign-in'
import { cardOnWire } from '../support/builders/card-on-wire'
import { phone } from '../support/taro/phone'
import { pass } from '../support/wire/hooks'
import { heading, openOfficeWith, showPage, tap } from '../support/wire/pages'
import { ReissueDesk } from '../support/wire/reissue'

beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-03-10T10:30:00+08:00') }))
afterEach(() => jest.useRealTimers())

const show = (reason = 'damaged', way = 'instant') => showPage(PapersPage, { cardId: 'card-1', reason, way })
type Behind = Parameters<typeof openOfficeWith>[0]
const arrive = async (behind: Behind = {}) => new ReissueDesk(await openOfficeWith({ card: cardOnWire(), ...behind }))
const papers = () => screen.getAllByRole('checkbox').map(({ textContent }) => textContent)
const ticked = () => screen.getAllByRole('checkbox').filter((paper) => paper.getAttribute('aria-checked') === 'true').length

test.each([
  ['the cardholder of a damaged card', cardOnWire(), 'damaged', ['持卡人的身份证原件', '旧社保卡原件']],
  ['the cardholder of a lost one', cardOnWire(), 'lost', ['持卡人的身份证原件']],
  ['the holder of an old medical card', cardOnWire(), 'oldMedicalCard', ['持卡人的身份证原件', '旧社保卡原件', '一寸彩色照片和身份证照片的要求一样']],
  ['a guardian', cardOnWire({ holder: { relation: 'guardian', maskedName: '示*' } }), 'lost', ['监护人的身份证原件', '户口簿原件']],
  ['a proxy', cardOnWire({ holder: { relation: 'proxy', maskedName: '示*' } }), 'lost', ['持卡人的身份证原件和复印件', '代办人的身份证原件和复印件']],
] as const)('%s brings what their role and their reason ask for', async (_who, card, reason, expected) => {
  await arrive({ card })
  await show(reason)
  expect(heading()).toBe('去之前，带齐这些')
  expect(papers()).toEqual(expected)
})

test('who cannot come sees what another brings for them', async () => {
  await arrive()
  await show('lost')
  await tap(/^请人代办/, 'radio')
  expect(papers()).toEqual(['持卡人的身份证原件和复印件', '代办人的身份证原件和复印件'])
})

test('what is ticked stays ticked until it is cleared', async () => {
  await arrive()
  const { unmount } = await show()
  expect(screen.getByText('还差 2 样')).toBeTruthy()
  await tap(/^旧社保卡/, 'checkbox')
  await tap(/^持卡人的身份证/, 'checkbox')
  expect(screen.getByText('都带齐了')).toBeTruthy()
  unmount()
  await show()
  expect(ticked()).toBe(2)
  await tap('办完了，清掉')
  expect(ticked()).toBe(0)
  expect([...phone.storage.keys()].filter((key) => key.startsWith('papers:'))).toEqual([])
})

test('a tick can be taken back', async () => {
  await arrive()
  await show()
  await tap(/^旧社保卡/, 'checkbox')
  await tap(/^旧社保卡/, 'checkbox')
  expect(ticked()).toBe(0)
})

test('another reason, and another person on the same phone, have a list of their own', async () => {
  const { office } = await arrive()
  const { unmount } = await show()
  await tap(/^旧社保卡/, 'checkbox')
  unmount()
  const other = await show('expired')
  expect(ticked()).toBe(0)
  other.unmount()
  keepSession(undefined)
  await signIn('li', 'wechat')
  office.wire.on('card/get', () => ({ card: office.card, bank: { code: 'bocd', name: '成都银行', nameEn: 'Bank of Chengdu', hotline: '95507', verified: true, told: false } }))
  await show()
  expect(ticked()).toBe(0)
})

test('the form opens filled in, and nothing of it stays on the phone', async () => {
  const desk = await arrive()
  const { unmount } = await show('damaged', 'serviceOutlet')
  await tap('填好的申请表')
  await pass()
  expect(desk.office.wire.requestsOf('reissue/applicationForm')).toEqual([{ cardId: 'card-1', reason: 'damaged', way: 'serviceOutlet' }])
  expect(phone.documents).toEqual(['JVBERi0='])
  unmount()
  expect(phone.files.size).toBe(0)
})

test('a form that does not come says so, and may be asked for again', async () => {
  const desk = await arrive()
  desk.refuses = ['busy']
  await show()
  await tap('填好的申请表')
  await pass()
  expect(screen.getByText('申请表没有打开')).toBeTruthy()
  desk.refuses = undefined
  await tap('填好的申请表')
  await pass()
  expect(phone.documents).toHaveLength(1)
})

test('leads to where it is done', async () => {
  await arrive()
  await show()
  await tap('看去哪里办')
  expect(phone.opened).toEqual(['/pages/outlets/index?city=chengdu&cardId=card-1&need=instantReissue'])
})

test('in elder mode and in English', async () => {
  await arrive({ mode: 'elder', language: 'en' })
  await show()
  expect(heading()).toBe('Take these along')
})
