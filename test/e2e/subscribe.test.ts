import { playedTemplates } from '../support/platforms/templates'
import { openCity, type City } from './city'
import { reportLoss, signIn } from './flows'
import type { Phone } from './phone'

jest.setTimeout(120_000)

let city: City
beforeAll(async () => (city = await openCity()))
afterAll(async () => city?.close())

const openMessages = async (platform: 'weapp' | 'alipay', subscribe: Phone['host']['device']['subscribe']): Promise<Phone> => {
  const phone = await city.open(platform, 'in-use', { device: { subscribe } })
  await signIn(phone)
  await phone.waitForText('卡丢了，去挂失')
  await phone.tapText('消息')
  await phone.waitForText('变动时提醒我')
  return phone
}

const doors = { weapp: 'wechat', alipay: 'alipay' } as const
const templatesOf = (platform: 'weapp' | 'alipay') => {
  const { cardChanged, lapsesSoon } = playedTemplates[doors[platform]]
  return [cardChanged.id, lapsesSoon.id]
}
const allSet = '好，卡下次有变动、挂失快到期，会提醒您。'
const askedFor = ({ host: { journal } }: Phone) => journal.calls.filter(({ api }) => api === 'requestSubscribeMessage')
const told = ({ host: { journal } }: Phone) => journal.requests.filter(({ what }) => what.endsWith('person/subscribe'))

describe.each(['weapp', 'alipay'] as const)('leave to send messages, in the built %s mini-program', (platform) => {
  it('is asked for within the tap, and what was allowed is told to the server', async () => {
    const phone = await openMessages(platform, 'accept')
    await phone.tapText('变动时提醒我')
    await phone.waitForText(allSet)
    const ids = platform === 'weapp' ? { tmplIds: templatesOf(platform) } : { entityIds: templatesOf(platform) }
    expect(askedFor(phone)).toEqual([{ api: 'requestSubscribeMessage', options: expect.objectContaining(ids) }])
    expect(told(phone)).toHaveLength(1)
    expect(phone.errors()).toEqual([])
  })

  it('is given for one of two, and no more is promised', async () => {
    const phone = await openMessages(platform, 'acceptFirst')
    await phone.tapText('变动时提醒我')
    await phone.waitForText('好，卡下次有变动会提醒您。')
    expect(phone.errors()).toEqual([])
  })

  it.each([
    ['reject', '没有开提醒，不影响办事。'],
    ['forGood', '提醒关着，也不会再问您。'],
    ['off', '提醒关着，也不会再问您。'],
  ] as const)('is not given (%s): nothing is told to the server, and one may think again', async (subscribe, words) => {
    const phone = await openMessages(platform, subscribe)
    await phone.tapText('变动时提醒我')
    await phone.waitForText(words)
    expect(told(phone)).toEqual([])
    phone.host.device.subscribe = 'accept'
    await phone.tapText('还是想开提醒')
    await phone.waitForText(allSet)
    expect(phone.errors()).toEqual([])
  })

  it('is told once the network is back, without asking again', async () => {
    const phone = await openMessages(platform, 'accept')
    await phone.host.setOnline(false)
    await phone.tapText('变动时提醒我')
    await phone.waitForText('提醒没有开成')
    await phone.host.setOnline(true)
    await phone.tapText('再试一次')
    await phone.waitForText(allSet)
    expect(askedFor(phone)).toHaveLength(1)
    expect(phone.errors()).toEqual([])
  })
})

it('a report is made whether or not messages are allowed', async () => {
  const phone = await city.open('weapp', 'in-use', { device: { subscribe: 'reject' } })
  await signIn(phone)
  await reportLoss(phone)
  await phone.tapText('变动时提醒我')
  await phone.waitForText('没有开提醒，不影响办事。')
  await phone.waitForText('社保功能已挂失')
  expect(phone.errors()).toEqual([])
})
