import { photoOf } from '../support/record/photo'
import { asked, expectOneKey, tapTwice } from './asked'
import { openCity, type City } from './city'
import { Desk } from './desk'
import { agreeToCheck, onward, signIn } from './flows'
import type { Phone } from './phone'

jest.setTimeout(180_000)

let city: City
beforeAll(async () => (city = await openCity()))
afterAll(async () => city?.close())

type Open = Parameters<City['open']>

const photo = { base64: photoOf(358, 441), width: 358, height: 441 }
/** A form takes a while to be written. */
const settleLimitMs = 60_000

const open = async (...[platform, citizen, options]: Open): Promise<Phone> => {
  const phone = await city.open(platform, citizen, { settleLimitMs, ...options })
  await signIn(phone)
  return phone
}

/** Back from where something was done elsewhere, the app is opened anew, and leads to the order. */
const again = async (then: string, ...how: Open): Promise<Phone> => {
  const phone = await open(...how)
  await onward(phone, '补卡换卡', '这张卡已经在办新卡')
  await onward(phone, '看办到哪一步', then)
  return phone
}

const callsOf = (phone: Phone, api: string): unknown[] => phone.host.journal.calls.filter((call) => call.api === api).map(({ options }) => options)

/** The ways side by side, and the papers of one of them with the form that goes along. */
const look = async (phone: Phone): Promise<void> => {
  await onward(phone, '补卡换卡', '发生了什么？')
  await onward(phone, '卡坏了，机器读不出来', '怎么拿到新卡')
  const text = await phone.text()
  for (const way of ['银行网点，当场拿卡', '服务网点，制好去领', '发卡银行的 App', '寄到家里']) expect(text).toContain(way)
  await onward(phone, '要带的材料', '去之前，带齐这些')
  await onward(phone, '旧社保卡', '还差 1 样')
  await phone.tapText('填好的申请表')
  expect(callsOf(phone, 'writeFile')).toEqual([expect.objectContaining({ data: expect.stringMatching(/^JVBERi0/) })])
  expect(callsOf(phone, 'openDocument')).toHaveLength(1)
  await phone.back()
  expect(callsOf(phone, 'unlink')).toHaveLength(1)
  await phone.back()
  await phone.waitForText('发生了什么？')
}

const sendPhoto = async (phone: Phone, then: string): Promise<void> => {
  await onward(phone, '选照片，或者拍一张', '竖着的，长宽合适')
  await onward(phone, '用这张，下一步', then)
  expect(asked(phone, 'reissue/uploadPhoto')).toHaveLength(1)
}

/** From the reason that takes a photo to the review. */
const applyWithPhoto = async (phone: Phone): Promise<void> => {
  await onward(phone, '还在用老的医保卡', '怎么拿到新卡')
  await onward(phone, '在这里申请', '新卡用哪家银行？')
  await phone.tapText('中国建设银行')
  await onward(phone, '下一步', '受理的网点会告诉您')
  await phone.tapText('以后再定')
  await onward(phone, '下一步', '要一张照片')
  await sendPhoto(phone, '看一遍，再提交')
}

const chooseDistrict = async (phone: Phone, district: string): Promise<void> => {
  await onward(phone, '省、市、区', district)
  await onward(phone, district, `四川省 成都市 ${district}`)
}

const typeAddress = async (phone: Phone): Promise<void> => {
  await phone.fill('input', '示例收件人', 0)
  await phone.fill('input', '13800000000', 1)
  await chooseDistrict(phone, '武侯区')
  await phone.fill('input', '示例路 1 号', 2)
}

const cases = [
  { platform: 'weapp', sentBack: { citizen: 'in-use', number: '510100000000000101' }, byMail: { citizen: 'long-name', number: '510100000000001414' } },
  { platform: 'alipay', sentBack: { citizen: 'lapsed', number: '510100000000000303' }, byMail: { citizen: 'guardian', number: '510100000000001010' } },
] as const

describe.each(cases)('a new card in the built $platform mini-program', ({ platform, sentBack, byMail }) => {
  it('is looked into, applied for once whatever gets lost, sent back for its photo, and put right with another', async () => {
    const { citizen, number } = sentBack
    const before = await open(platform, citizen, { device: { photo } })
    await before.waitForText('卡丢了，去挂失')
    await look(before)
    await applyWithPhoto(before)
    await before.tapText('核对身份，提交')
    before.host.network.loseAnswerTo('reissue/apply')
    await tapTwice(before, '同意，开始人脸识别')
    await before.waitForText('申请交上去了')
    expectOneKey(before, 'reissue/apply')
    expect(before.errors()).toEqual([])

    const desk = new Desk(city.address, number)
    await desk.reject('photo')
    const phone = await again('照片不合要求', platform, citizen, { device: { photo } })
    await onward(phone, '换一张照片', '要一张照片')
    await sendPhoto(phone, '等网点受理')
    expect(asked(phone, 'reissue/correct')).toHaveLength(1)
    expect((await desk.order()).state).toBe('applied')
    expect(phone.errors()).toEqual([])
  })

  it('comes by mail to an address that is changed before it is mailed, with a number to follow it', async () => {
    const { citizen, number } = byMail
    const before = await open(platform, citizen)
    await onward(before, '补卡换卡', '发生了什么？')
    await onward(before, '卡坏了，机器读不出来', '怎么拿到新卡')
    await before.tapLast('在这里申请')
    await before.waitForText('寄到哪里？')
    await typeAddress(before)
    await onward(before, '下一步', '看一遍，再提交')
    await before.tapText('核对身份，提交')
    await agreeToCheck(before)
    await before.waitForText('申请交上去了')
    await onward(before, '看办到哪一步', '等网点受理')
    await onward(before, '改地址', '新的地址')
    await chooseDistrict(before, '锦江区')
    await before.tapText('就寄到这里')
    await before.waitForText('等网点受理')
    expect(await before.text()).toContain('四川省 成都市 锦江区')
    expect(before.errors()).toEqual([])

    const desk = new Desk(city.address, number)
    await desk.accept()
    expect((await desk.order()).address).toMatchObject({ division: '510104', street: '示例路 1 号' })
    await desk.move({ move: 'makeReady', newCardNumber: `${number.slice(0, 14)}9${number.slice(15)}`, newIssuedOn: '2026-11-20' })
    await desk.move({ move: 'mail', trackingNumber: 'DEMO-0001' })
    const phone = await again('新卡寄出了', platform, citizen)
    for (const words of ['DEMO-0001', '四川省 成都市 锦江区', '已经寄出，路上不能改']) expect(await phone.text()).toContain(words)
    await onward(phone, '复制单号', '已经复制')
    expect(phone.errors()).toEqual([])
    expect(await city.leaks()).toEqual([])
  })
})
