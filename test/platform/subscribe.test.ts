import { messageTemplates } from '@/contract/leave'
import { askLeave as askInBrowser, canAskLeave as canBrowser, openSettings as inBrowser } from '@/platform/subscribe'
import { askLeave as onAlipay, canAskLeave as canAlipay, openSettings as settingsOfAlipay } from '@/platform/subscribe.alipay'
import { askLeave as onWeChat, canAskLeave as canWeChat, openSettings as settingsOfWeChat } from '@/platform/subscribe.weapp'

/** Puts a platform's own object there, as its app would. */
const put = (name: 'wx' | 'my', object: object) => Object.defineProperty(globalThis, name, { configurable: true, value: object })

interface Asked {
  readonly tmplIds?: readonly string[]
  readonly entityIds?: readonly string[]
  readonly success: (answer: object) => void
  readonly fail: (cause: object) => void
}
const ids = ['one', 'two', 'three']

test('neither platform is asked for more than it takes at once', () => {
  expect(messageTemplates.length).toBeLessThanOrEqual(3)
})

describe('on WeChat', () => {
  const kept = (itemSettings?: object) => ({ getSetting: ({ success }: Asked) => success({ subscriptionsSetting: { mainSwitch: true, ...(itemSettings && { itemSettings }) } }) })
  const answering = (answer: object, settings: object = kept()) =>
    put('wx', { requestSubscribeMessage: ({ success }: Asked) => success({ errMsg: 'requestSubscribeMessage:ok', ...answer }), ...settings })
  const failing = (cause: object) => put('wx', { requestSubscribeMessage: ({ fail }: Asked) => fail(cause) })

  test.each(['accept', 'acceptWithAudio', 'acceptWithAlert'])('%s allows, beside what was refused', async (said) => {
    answering({ one: said, two: 'reject', three: 'ban' })
    expect(await onWeChat(ids)).toEqual(['one'])
  })

  test('all are asked for at once, before anything else happens', () => {
    const asked: unknown[] = []
    put('wx', { requestSubscribeMessage: ({ tmplIds }: Asked) => asked.push(tmplIds) })
    void onWeChat(ids)
    expect(asked).toEqual([ids])
  })

  const refused = { one: 'reject', two: 'reject', three: 'reject' }
  test.each([
    ['refused this once', kept(), 'refused'],
    ['of three two refused for good', kept({ one: 'reject', two: 'reject' }), 'refused'],
    ['all refused for good', kept(refused), 'settings'],
    ['whether for good is not known', { getSetting: ({ fail }: Asked) => fail({}) }, 'refused'],
  ])('%s', async (_, settings, leave) => {
    answering(refused, settings)
    expect(await onWeChat(ids)).toBe(leave)
  })

  test('what WeChat itself holds back was refused by nobody', async () => {
    answering({ one: 'ban', two: 'filter', three: 'ban' })
    expect(await onWeChat(ids)).toBe('notAsked')
  })

  test.each([
    [{ errCode: 20004, errMsg: 'requestSubscribeMessage:fail The main switch is switched off' }, 'settings'],
    [{ errMsg: 'requestSubscribeMessage:fail cancel' }, 'refused'],
    [{ errCode: 10002, errMsg: 'requestSubscribeMessage:fail network error' }, 'notAsked'],
    [{ errMsg: 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.' }, 'notAsked'],
  ])('%j', async (cause, leave) => {
    failing(cause)
    expect(await onWeChat(ids)).toBe(leave)
  })

  test('one too old is not asked', async () => {
    answering({})
    expect(canWeChat()).toBe(true)
    put('wx', {})
    expect(canWeChat()).toBe(false)
    expect(await onWeChat(ids)).toBe('notAsked')
  })

  test('its settings are one tap away', () => {
    const opened: unknown[] = []
    put('wx', { openSetting: (asked: object) => opened.push(asked) })
    settingsOfWeChat()
    expect(opened).toHaveLength(1)
  })
})

describe('on Alipay', () => {
  const answering = (answer: object) => put('my', { requestSubscribeMessage: ({ success }: Asked) => success(answer) })
  const failing = (cause: object) => put('my', { requestSubscribeMessage: ({ fail }: Asked) => fail(cause) })

  test('what is allowed now, and what had been before', async () => {
    answering({ behavior: 'subscribe', result: { subscribeEntityIds: ['one'], subscribedEntityIds: ['three'] } })
    expect(await onAlipay(ids)).toEqual(['one', 'three'])
  })

  test('all are asked for at once, before anything else happens', () => {
    const asked: unknown[] = []
    put('my', { requestSubscribeMessage: ({ entityIds }: Asked) => asked.push(entityIds) })
    void onAlipay(ids)
    expect(asked).toEqual([ids])
  })

  const none = { result: { subscribedEntityIds: [], unsubscribedEntityIds: ids } }
  test.each([
    [{ behavior: 'subscribe', show: true, keep: false, ...none }, 'refused'],
    [{ behavior: 'subscribe', show: true, keep: true, ...none }, 'settings'],
    [{ behavior: 'subscribe', show: true, refuse: true, ...none }, 'settings'],
    [{ behavior: 'subscribe', show: false, ...none }, 'settings'],
    [{ behavior: 'subscribe' }, 'refused'],
  ])('nothing allowed: %j', async (answer, leave) => {
    answering(answer)
    expect(await onAlipay(ids)).toBe(leave)
  })

  test.each([
    [{ behavior: 'cancel', errorCode: 11 }, 'refused'],
    [{ behavior: 'cancel', errorCode: '11', refuse: true }, 'settings'],
    [{ behavior: '', errorCode: 15 }, 'notAsked'],
    [{ behavior: '', errorCode: 100201 }, 'notAsked'],
  ])('%j', async (cause, leave) => {
    failing(cause)
    expect(await onAlipay(ids)).toBe(leave)
  })

  test('one too old is not asked; no sure way leads to its settings', async () => {
    answering({})
    expect(canAlipay()).toBe(true)
    put('my', {})
    expect(canAlipay()).toBe(false)
    expect(await onAlipay(ids)).toBe('notAsked')
    expect(settingsOfAlipay).toBeUndefined()
  })
})

test('a browser cannot be asked', async () => {
  expect(canBrowser()).toBe(false)
  expect(await askInBrowser(ids)).toBe('notAsked')
  expect(inBrowser).toBeUndefined()
})
