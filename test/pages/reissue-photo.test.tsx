import { screen } from '@testing-library/react'
import ReissuePage from '@/pages/reissue/index'
import { cardOnWire } from '../support/builders/card-on-wire'
import { answerOnWire, optionOnWire } from '../support/builders/reissue-on-wire'
import { phone, type PhonePicture } from '../support/taro/phone'
import { pass } from '../support/wire/hooks'
import { heading, openOfficeWith, setOnline, showPage, tap } from '../support/wire/pages'
import { ReissueDesk } from '../support/wire/reissue'

beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-03-10T10:30:00+08:00') }))
afterEach(() => jest.useRealTimers())

const says = (words: string | RegExp) => expect(screen.getAllByText(words).length).toBeGreaterThan(0)
const picture = (differences: Partial<PhonePicture> = {}): PhonePicture => ({ width: 600, height: 800, weighs: () => 'AAAA', ...differences })
/** Base64 of so many bytes. */
const bytes = (count: number): string => 'A'.repeat((count / 3) * 4)

const open = async (album: typeof phone.picture = picture()) => {
  const desk = new ReissueDesk(await openOfficeWith({ card: cardOnWire() }))
  phone.picture = album
  desk.office.wire.on('outlets/search', () => ({ outlets: [] }))
  desk.answer = answerOnWire({ kind: 'exchange', report: 'notNeeded', stopsOldCard: false, options: [optionOnWire('serviceOutlet', { photo: true })] })
  await showPage(ReissuePage, { cardId: 'card-1', reason: 'oldMedicalCard' })
  await pass()
  await tap('在这里申请')
  await tap(/^以后再定/, 'radio')
  await tap('下一步')
  expect(heading()).toBe('要一张照片')
  return desk
}

test('is asked for with how it should be, and what is done with it, before it is sent', async () => {
  const desk = await open()
  says('背景要白，没有阴影')
  await tap('选照片，或者拍一张')
  says('竖着的，长宽合适')
  says('够清楚')
  says('背景这里看不出来，请自己看一下：要白色。')
  expect(screen.getByLabelText('您选的照片')).toBeTruthy()
  says(/^这里看不出来的/)
  says(/^照片只用来办这张卡/)
  expect(desk.photos).toEqual([])
  await tap('用这张，下一步')
  expect(desk.photos).toEqual(['AAAA'])
  expect(heading()).toBe('看一遍，再提交')
  says('已经传好')
  await tap('核对身份，提交')
  await tap('同意，开始演示核对')
  await tap('用这个结果继续')
  await pass()
  expect(desk.applications).toMatchObject([{ photoId: 'photo-1' }])
})

test('is made small enough, and no smaller than need be', async () => {
  const desk = await open(picture({ weighs: (quality) => bytes(quality > 50 ? 72_003 : quality * 2_001) }))
  await tap('选照片，或者拍一张')
  await tap('用这张，下一步')
  expect(desk.photos.map((photo) => photo.length)).toEqual([bytes(70_035).length])
  expect(JSON.stringify(desk.photos).length).toBeLessThan(100_000)
})

test.each([
  ['lies on its side', { width: 800, height: 600 }, '长宽不合适：要竖着，像一寸照片那样'],
  ['is too small', { width: 120, height: 160 }, /^大小不合适：现在 120×160/],
])('one that %s is said to be so, and cannot be sent', async (_how, size, words) => {
  await open(picture(size))
  await tap('选照片，或者拍一张')
  says(words)
  expect(screen.queryByRole('button', { name: '用这张，下一步' })).toBeNull()
  phone.picture = picture()
  await tap('换一张')
  expect(screen.getByRole('button', { name: '用这张，下一步' })).toBeTruthy()
})

test('one that the camera turned is measured as it is seen', async () => {
  await open(picture({ width: 800, height: 600, orientation: 'right' }))
  await tap('选照片，或者拍一张')
  says('竖着的，长宽合适')
})

test('one that cannot be made small enough says so', async () => {
  await open(picture({ weighs: () => bytes(600_000) }))
  await tap('选照片，或者拍一张')
  says('这张照片太大，压不下来，请换一张')
})

test('whoever chooses none is where they were; without leave it is said how to give it', async () => {
  await open(null)
  await tap('选照片，或者拍一张')
  expect(screen.queryByRole('alert')).toBeNull()
  phone.picture = { cause: { errMsg: 'chooseImage:fail auth deny' } }
  await tap('选照片，或者拍一张')
  says('没有给相册或相机的权限。到手机的设置里打开，再来选。')
})

test('a lost answer is asked for again with the same key', async () => {
  const desk = await open()
  await tap('选照片，或者拍一张')
  desk.office.wire.next('lost')
  await tap('用这张，下一步')
  await pass(1_000)
  const [first, second] = desk.office.wire.requestsOf('reissue/uploadPhoto') as { readonly idempotencyKey: string }[]
  expect(first?.idempotencyKey).toBe(second?.idempotencyKey)
  expect(heading()).toBe('看一遍，再提交')
})

test('without a network it is not sent, and the retry sends it', async () => {
  const desk = await open()
  await tap('选照片，或者拍一张')
  await setOnline(false)
  await tap('用这张，下一步')
  says('照片没有传上去')
  await setOnline(true)
  await tap('再试一次')
  expect(desk.photos).toHaveLength(1)
})
