import { act, screen } from '@testing-library/react'
import { keepSession, session } from '@/features/session/store'
import ReceiptPage from '@/pages/receipt/index'
import { phone } from '../support/taro/phone'
import { pass } from '../support/wire/hooks'
import { OrderDesk, receiptOnWire } from '../support/wire/order'
import { heading, openOfficeWith, setOnline, showPage, tap } from '../support/wire/pages'
import { cardOnWire } from '../support/builders/card-on-wire'

beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-03-10T10:30:00+08:00') }))
afterEach(() => jest.useRealTimers())

const show = () => showPage(ReceiptPage, { cardId: 'card-1' })
const open = async (receipt = receiptOnWire(), behind: Parameters<typeof openOfficeWith>[0] = {}) => {
  const desk = new OrderDesk(await openOfficeWith({ card: cardOnWire({ state: 'beingReissued' }), ...behind }))
  desk.receipt = receipt
  const shown = await show()
  return { desk, ...shown }
}
const says = (words: string | RegExp) => expect(screen.getAllByText(words).length).toBeGreaterThan(0)

test('the code to be scanned, its number, the masked holder and card, and what to bring', async () => {
  await open()
  expect(heading()).toBe('领卡时，给工作人员扫')
  expect(screen.getByRole('img', { name: '领卡凭证的二维码' })).toBeTruthy()
  for (const words of ['BK2603100017', '示例**', '5101**********1234', '3月31日', '持卡人的身份证']) says(words)
  says(/^扫不出来：把屏幕调亮/)
})

test.each([
  ['reimburse', '留好处方、发票和费用清单'],
  ['voucher', '出示这张凭证和身份证，医院照常结算'],
] as const)('what it is good for meanwhile: %s', async (meanwhile, words) => {
  await open(receiptOnWire({ meanwhile }))
  says(words)
})

test('a day that no calendar knows yet is not made up', async () => {
  await open(receiptOnWire({ ready: { uncovered: '2027' } }))
  says('日子还没定，好了会写在“消息”里')
})

test('a guardian brings their own papers', async () => {
  await open(receiptOnWire(), { card: cardOnWire({ state: 'beingReissued', holder: { relation: 'guardian', maskedName: '示*' } }) })
  says('监护人的身份证、户口簿')
})

test('it is put in the album as a picture, and the file goes', async () => {
  await open()
  await tap('存成图片')
  says('存好了，在相册里')
  expect(Buffer.from(phone.saved[0] ?? '', 'base64').subarray(1, 4).toString()).toBe('PNG')
  expect(phone.files.size).toBe(0)
})

test.each([
  [{ errMsg: 'saveImageToPhotosAlbum:fail auth deny' }, /没有存到相册的权限/],
  [{ error: 2001, errorMessage: 'no' }, /没有存到相册的权限/],
  [{ errMsg: 'saveImageToPhotosAlbum:fail file not found' }, /^没有存成/],
])('an album that cannot be opened says what to do (%#)', async (cause, words) => {
  await open()
  phone.albumShut = cause
  await tap('存成图片')
  says(words)
  phone.albumShut = null
  await tap('存成图片')
  says('存好了，在相册里')
})

test('whoever changes their mind about saving is told nothing', async () => {
  await open()
  phone.albumShut = { errMsg: 'saveImageToPhotosAlbum:fail cancel' }
  await tap('存成图片')
  expect(screen.queryByText(/权限|没有存成/)).toBeNull()
})

test('without a network it is shown as of when it was looked up, also after the app was closed', async () => {
  const { unmount } = await open()
  await setOnline(false)
  unmount()
  jest.setSystemTime(Date.parse('2026-03-11T08:00:00+08:00'))
  await show()
  says('这是 3月10日 周二 10:30 查到的，没连网也能用。')
  expect(screen.getByRole('img', { name: '领卡凭证的二维码' })).toBeTruthy()
})

test('what was kept is shown to nobody else', async () => {
  const { unmount } = await open()
  await setOnline(false)
  unmount()
  act(() => keepSession({ ...session.get()!, citizen: 'li' }))
  await show()
  expect(screen.queryByText('BK2603100017')).toBeNull()
})

test('one that is over is not shown any more, and what was kept of it goes', async () => {
  const { desk, unmount } = await open()
  unmount()
  desk.receipt = undefined
  desk.refuses = ['orderElsewhere']
  await show()
  expect(heading()).toBe('办理有了新进展')
  expect([...phone.storage.keys()].filter((key) => key.startsWith('receipt'))).toEqual([])
  await tap('看办到哪一步')
  expect(phone.opened).toEqual(['/pages/order/index?cardId=card-1'])
})

test.each([
  ['noOrder', '没有查到申请'],
  ['guardianConsentNeeded', '请您先同意'],
] as const)('%s says why there is none', async (code, words) => {
  const desk = new OrderDesk(await openOfficeWith({ card: cardOnWire() }))
  desk.refuses = [code]
  await show()
  expect(heading()).toBe(words)
})

test('nothing known and no network: one can call', async () => {
  new OrderDesk(await openOfficeWith({ card: cardOnWire() }))
  await setOnline(false)
  await show()
  expect(heading()).toBe('手机没连上网')
  await pass()
  expect(screen.getByRole('button', { name: /028-12333/ })).toBeTruthy()
})

test('in elder mode and in English', async () => {
  await open(receiptOnWire(), { mode: 'elder', language: 'en' })
  expect(heading()).toBe('The counter scans this')
})
