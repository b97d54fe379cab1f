import { askLeave as inBrowser } from '@/platform/subscribe'
import { askLeave as onAlipay } from '@/platform/subscribe.alipay'
import { askLeave as onWeChat } from '@/platform/subscribe.weapp'

/** Puts a platform's own object there, as its app would. */
const put = (name: 'wx' | 'my', object: object) => Object.defineProperty(globalThis, name, { configurable: true, value: object })

interface Asked {
  readonly tmplIds?: readonly string[]
  readonly entityIds?: readonly string[]
  readonly success: (answer: object) => void
  readonly fail: () => void
}
const ids = ['one', 'two', 'three']

describe('on WeChat', () => {
  test.each([
    ['accept', true], ['acceptWithAudio', true], ['reject', false], ['ban', false], ['filter', false],
  ])('%s is %s', async (said, allowed) => {
    put('wx', { requestSubscribeMessage: ({ success }: Asked) => success({ errMsg: 'requestSubscribeMessage:ok', one: said, two: 'reject' }) })
    expect(await onWeChat(ids)).toEqual(allowed ? ['one'] : [])
  })

  test('all are asked for at once, before anything else happens', () => {
    const asked: unknown[] = []
    put('wx', { requestSubscribeMessage: ({ tmplIds }: Asked) => asked.push(tmplIds) })
    void onWeChat(ids)
    expect(asked).toEqual([ids])
  })

  test('a failure, or one too old to ask, allows nothing', async () => {
    put('wx', { requestSubscribeMessage: ({ fail }: Asked) => fail() })
    expect(await onWeChat(ids)).toEqual([])
    put('wx', {})
    expect(await onWeChat(ids)).toEqual([])
  })
})

describe('on Alipay', () => {
  test('what is allowed now, and what had been before', async () => {
    put('my', { requestSubscribeMessage: ({ success }: Asked) => success({ behavior: 'subscribe', result: { subscribeEntityIds: ['one'], subscribedEntityIds: ['three'] } }) })
    expect(await onAlipay(ids)).toEqual(['one', 'three'])
  })

  test('left, or failed, allows nothing', async () => {
    put('my', { requestSubscribeMessage: ({ success }: Asked) => success({ behavior: 'cancel' }) })
    expect(await onAlipay(ids)).toEqual([])
    put('my', { requestSubscribeMessage: ({ fail }: Asked) => fail() })
    expect(await onAlipay(ids)).toEqual([])
  })
})

test('a browser cannot be asked', () => {
  expect(inBrowser).toBeUndefined()
})
