import { openMessengers, type MessageTexts, type Outcome } from '../../../cloudfunctions/platforms/messengers'
import { garbage } from '../../support/platforms'
import { openStage, type Stage } from './stage'

let stage: Stage
beforeAll(async () => { stage = await openStage() })
afterAll(() => stage.close())

const zh = { what: '已正式挂失', when: '2026-12-01 09:30', who: '持卡人', door: '微信', next: '不是您办的？请打028-12333', hotline: '028-12333', card: '0101' }
const texts: MessageTexts = { zh, en: zh }
const wechat = 'played-wechat-changed'
const alipay = 'played-alipay-changed'
let number = 0

const outgoing = (to: string) => ({ id: `message-${(number += 1)}`, to, template: 'cardChanged' as const, texts, sms: '社保卡已正式挂失。' })
type Way = 'wechat' | 'alipay' | 'sms'
/** `limitMs`: how long an answer may stay away. */
const send = async (way: Way, to: string, limitMs?: number): Promise<Outcome> => {
  const messenger = stage.instance(limitMs).messengers[way]
  if (!messenger) throw new Error('it is set up')
  return messenger.send(outgoing(to))
}
const accepted = { is: 'accepted' }
const busy = { is: 'busy' }
const unknown = { is: 'unknown' }
const refused = (why: string) => ({ is: 'refused', why })
const someone = () => `citizen-${(number += 1)}`

/** Somebody who has signed in at WeChat and allowed as many messages. */
const subscriber = async (times = 1): Promise<string> => {
  const openid = someone()
  await stage.played.play.login('wechat', openid)
  for (let time = 0; time < times; time += 1) await stage.played.play.subscribe('wechat', openid, wechat)
  return openid
}
const received = (to: string) => stage.played.wechat.received().filter((one) => one.to === to)

describe('WeChat', () => {
  test('a message arrives with its fields, as often as it was allowed', async () => {
    const openid = await subscriber(2)
    expect([await send('wechat', openid), await send('wechat', openid), await send('wechat', openid)]).toEqual([accepted, accepted, refused('notSubscribed')])
    const fields = { thing1: zh.what, time2: zh.when, thing3: zh.who, phrase4: zh.door, thing5: zh.next, character_string6: zh.card }
    expect(received(openid)).toEqual([{ to: openid, template: wechat, fields }, { to: openid, template: wechat, fields }])
  })

  test('our access token is the one that all calls share; one that ran out is replaced, and the message sent once', async () => {
    const openid = await subscriber(2)
    await send('wechat', openid)
    const fetched = stage.played.wechat.calls('stable_token')
    stage.played.wechat.expire()
    expect(await send('wechat', openid)).toEqual(accepted)
    expect([stage.played.wechat.calls('stable_token'), received(openid).length]).toEqual([fetched + 1, 2])
  })

  test('an openid that nobody has is refused by its code', async () => {
    expect(await send('wechat', 'nobody')).toEqual(refused('wechat:40003'))
  })

  test.each([40037, 41030, 47003])('errcode %i is refused by its number', async (error) => {
    stage.played.wechat.next('subscribeSend', { error })
    expect(await send('wechat', await subscriber())).toEqual(refused(`wechat:${error}`))
  })

  test.each([-1, 45009, 45011])('errcode %i is busy: nothing was sent', async (error) => {
    const openid = await subscriber()
    stage.played.wechat.next('subscribeSend', { error })
    expect(await send('wechat', openid)).toEqual(busy)
    expect(await send('wechat', openid)).toEqual(accepted)
  })

  test.each([
    ['an answer that was cut', 'cutAfter'], ['no JSON', garbage], ['500', { status: 500 }], ['JSON that says nothing', { fields: {} }],
  ] as const)('%s is unknown, and sent no second time by itself', async (_what, fault) => {
    const openid = await subscriber()
    const calls = stage.played.wechat.calls('subscribeSend')
    stage.played.wechat.next('subscribeSend', fault)
    expect(await send('wechat', openid)).toEqual(unknown)
    expect(stage.played.wechat.calls('subscribeSend')).toBe(calls + 1)
  })

  test('an answer that stays away is unknown', async () => {
    const openid = await subscriber()
    await send('wechat', 'nobody')
    const held = stage.played.wechat.hold('subscribeSend')
    expect(await send('wechat', openid, 200)).toEqual(unknown)
    held.release()
  })

  test.each([['busy', { error: -1 }, busy], ['a wrong secret', { error: 40125 }, refused('wechat:40125')], ['cut', 'cutAfter', busy]] as const)('no access token (%s): nothing was sent', async (_what, fault, outcome) => {
    await stage.sql.query('delete from platform_token')
    stage.played.wechat.next('stable_token', fault)
    expect(await send('wechat', await subscriber())).toEqual(outcome)
  })
})

describe('Alipay', () => {
  const method = 'alipay.open.app.mini.templatemessage.send'
  const subscribed = async (openId = someone()) => {
    await stage.played.play.subscribe('alipay', openId, alipay)
    return openId
  }

  test('a message arrives with its fields, and again under the same leave', async () => {
    const openId = await subscribed()
    expect([await send('alipay', openId), await send('alipay', openId)]).toEqual([accepted, accepted])
    const message = { to: openId, template: alipay, fields: { keyword1: zh.what, keyword2: zh.when, keyword3: zh.next } }
    expect(stage.played.alipay.received().filter(({ to }) => to === openId)).toEqual([message, message])
  })

  test('an older application’s number of a person is sent as such', async () => {
    expect(await send('alipay', await subscribed('2088000000000000'))).toEqual(accepted)
  })

  test('whoever did not subscribe is refused', async () => {
    expect(await send('alipay', someone())).toEqual(refused('alipay:INVALID_PARAMETER'))
  })

  test.each(['USER_TEMPLATE_ILLEGAL', 'USER_TEMPLATE_LACK_KEYWORD', 'isv.insufficient-isv-permissions'] as const)('%s is refused', async (error) => {
    stage.played.alipay.next(method, { error })
    expect(await send('alipay', await subscribed())).toEqual(refused(`alipay:${error}`))
  })

  test.each(['isv.app-call-limited', 'isp.unknow-error'] as const)('%s is busy', async (error) => {
    stage.played.alipay.next(method, { error })
    expect(await send('alipay', await subscribed())).toEqual(busy)
  })

  test.each([
    ['an error inside Alipay', { error: 'SYSTEM_ERROR' }], ['cut', 'cutAfter'], ['no JSON', garbage], ['500', { status: 500 }],
    ['JSON of another shape', { altered: (): string => '{"code":"10000"}' }],
    ['an altered answer', { altered: (body: string) => body.replace('Success', 'success') }],
    ['no signature', { altered: (body: string) => body.replace(/,"sign":"[^"]+"/, '') }],
    ['two answers', { altered: (body: string) => body.replace(/}$/, ',"alipay_open_app_mini_templatemessage_send_response":{"code":"40004","sub_code":"X"}}') }],
  ] as const)('%s is unknown, and asked no second time', async (_what, fault) => {
    const openId = await subscribed()
    const calls = stage.played.alipay.calls(method)
    stage.played.alipay.next(method, fault)
    expect(await send('alipay', openId)).toEqual(unknown)
    expect(stage.played.alipay.calls(method)).toBe(calls + 1)
  })

  test('an answer that stays away is unknown', async () => {
    const openId = await subscribed()
    const held = stage.played.alipay.hold(method)
    expect(await send('alipay', openId, 200)).toEqual(unknown)
    held.release()
  })
})

describe('SMS', () => {
  test('a message arrives once, however often it is asked for under its id', async () => {
    const { sms } = stage.instance().messengers
    const message = outgoing('10000000001')
    stage.played.sms.next('sms', 'cutAfter')
    expect([await sms?.send(message), await sms?.send(message)]).toEqual([unknown, accepted])
    expect(stage.played.sms.received().filter(({ id }) => id === message.id)).toEqual([{ id: message.id, phone: '10000000001', text: message.sms }])
  })

  test.each([[400, refused('sms:400')], [401, refused('sms:401')], [404, refused('sms:404')], [302, refused('sms:302')], [429, busy], [408, unknown], [500, unknown], [503, unknown]])('%i', async (status, outcome) => {
    stage.played.sms.next('sms', { status })
    expect(await send('sms', '10000000001')).toEqual(outcome)
  })

  test('an answer that stays away is unknown', async () => {
    const held = stage.played.sms.hold('sms')
    expect(await send('sms', '10000000001', 200)).toEqual(unknown)
    held.release()
  })
})

describe('where nobody listens', () => {
  const away = 'http://127.0.0.1:1'
  const messengers = () => openMessengers({
    wechat: { ...stage.played.config.wechat, api: away },
    alipay: { ...stage.played.config.alipay, gateway: `${away}/gateway.do` },
    messages: { ...stage.played.messages, sms: { url: away, token: 't' } },
  }, { token: async () => 'a-token' })

  test.each(['wechat', 'alipay', 'sms'] as const)('%s: busy, since nothing was sent', async (way) => {
    expect(await messengers()[way]?.send(outgoing('citizen-a'))).toEqual(busy)
  })
})

test('a template that is not set up is not sent', async () => {
  const messengers = openMessengers({ ...stage.played.config, messages: { wechat: {}, alipay: {}, sms: null } }, { token: async () => 'a-token' })
  expect([await messengers.wechat?.send(outgoing('a')), await messengers.alipay?.send(outgoing('a')), messengers.sms]).toEqual([refused('noTemplate'), refused('noTemplate'), null])
})
