import { act, fireEvent, screen } from '@testing-library/react'
import { keepSession, session } from '@/features/session/store'
import ReceiptPage from '@/pages/receipt/index'
import { PlayedCanvas, scan } from '../support/played-canvas'
import { phone } from '../support/taro/phone'
import { pass } from '../support/wire/hooks'
import { OrderDesk, receiptOnWire } from '../support/wire/order'
import { heading, openOfficeWith, setOnline, showPage, tap } from '../support/wire/pages'
import { cardOnWire } from '../support/builders/card-on-wire'

// a picture is really drawn, and its code really read
jest.setTimeout(30_000)

beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-03-10T10:30:00+08:00') }))
afterEach(() => jest.useRealTimers())

const show = () => showPage(ReceiptPage, { cardId: 'card-1' })
const open = async (receipt = receiptOnWire(), behind: Parameters<typeof openOfficeWith>[0] = {}) => {
  const desk = new OrderDesk(await openOfficeWith({ card: cardOnWire({ state: 'beingReissued' }), ...behind }))
  desk.receipt = receipt
  const canvas = new PlayedCanvas()
  phone.canvas = canvas
  const shown = await show()
  return { desk, canvas, ...shown }
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

const save = (words = '存成图片') => tap(words)
const picture = () => {
  // reading a file takes the real time
  jest.useRealTimers()
  return scan(Buffer.from(phone.saved.at(-1) ?? '', 'base64'))
}

describe('the picture in the album', () => {
  test('says what the receipt says, with every year, and its code is read', async () => {
    const { canvas } = await open(receiptOnWire({ until: '2026-04-30', outletName: '示例武侯网点' }))
    await save()
    says('存好了，在相册里')
    const words = canvas.filed.lines.map((line) => line.words)
    const expected = [
      '社保卡领卡凭证', '领卡时，给工作人员扫', '成都', 'BK2603100017', '示例**', '5101**********1234 补卡', '2026年3月10日 10:24', '2026年3月31日', '示例武侯网点', '2026年4月30日',
      '持卡人的身份证', '先自己付钱',
    ]
    expect(expected.filter((line) => !words.includes(line))).toEqual([])
    expect(await picture()).toMatchObject({ width: 1080, code: 'WzEsImRlbW8iXQ.MEUCIQ' })
  })

  test.each([['normal', 32], ['elder', 42]] as const)('cuts nothing off, however long the words are (%s)', async (mode, smallest) => {
    const long = receiptOnWire({ maskedName: `${'阿卜杜拉·'.repeat(6)}示*`, number: 'n'.repeat(64), code: `${'WzEsInJlY2VpcHQiXQ'.repeat(14)}.${'MEUCIQDemo'.repeat(9)}` })
    const { canvas } = await open(long, { mode, language: 'en' })
    await save('Save as a picture')
    const { lines, width, height } = canvas.filed
    expect(lines.filter(({ right, bottom }) => right > width - 71 || bottom > height - 71)).toEqual([])
    expect(lines.map(({ words }) => words).join('')).toContain(long.number)
    expect(Math.min(...lines.map(({ size }) => size))).toBe(smallest)
    expect((await picture()).code).toBe(long.code)
  })

  test('leaves nothing behind in memory', async () => {
    const { canvas } = await open()
    await save()
    expect([canvas.width, canvas.height]).toEqual([1, 1])
  })

  test('is saved once by two taps', async () => {
    await open()
    const button = screen.getByRole('button', { name: '存成图片' })
    fireEvent.click(button)
    fireEvent.click(button)
    await pass()
    expect(phone.saved).toHaveLength(1)
  })

  test('that cannot be drawn says so, and can be tried again', async () => {
    await open()
    phone.canvas = undefined
    await save()
    says(/^没有存成/)
    phone.canvas = new PlayedCanvas()
    await save()
    says('存好了，在相册里')
  })
})

test.each([
  [{ errMsg: 'saveImageToPhotosAlbum:fail auth deny' }, /没有存到相册的权限/],
  [{ errMsg: 'saveImageToPhotosAlbum:fail authorize no response' }, /没有存到相册的权限/],
  [{ error: 2001, errorMessage: 'no' }, /没有存到相册的权限/],
  [{ errMsg: 'saveImageToPhotosAlbum:fail system permission denied' }, /^手机没让这个应用存照片/],
  [{ error: 15, errorMessage: 'no' }, /^手机没让这个应用存照片/],
  [{ errMsg: 'saveImageToPhotosAlbum:fail privacy permission is not authorized', errno: 104 }, /^您没有同意平台的隐私说明/],
  [{ errMsg: 'saveImageToPhotosAlbum:fail api scope is not declared in the privacy agreement', errno: 112 }, /^没有存成/],
  [{ errMsg: 'saveImageToPhotosAlbum:fail file not found' }, /^没有存成/],
])('an album that cannot be opened says what to do (%#)', async (cause, words) => {
  await open()
  phone.albumShut = cause
  await save()
  says(words)
  phone.albumShut = null
  await save()
  says('存好了，在相册里')
})

test('whoever refused is led to the settings; once allowed there, it is saved when they are back', async () => {
  await open()
  phone.albumShut = { errMsg: 'saveImageToPhotosAlbum:fail auth deny' }
  await save()
  await tap('打开设置')
  expect(phone.settingsOpened).toBe(1)
  says(/没有存到相册的权限/)
  phone.inSettings = () => (phone.albumShut = null)
  await tap('打开设置')
  says('存好了，在相册里')
  expect(phone.saved).toHaveLength(1)
})

test('whoever changes their mind about saving is told nothing', async () => {
  await open()
  phone.albumShut = { errMsg: 'saveImageToPhotosAlbum:fail cancel' }
  await save()
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
