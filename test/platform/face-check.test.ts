import { meetChallenge as inBrowser } from '@/platform/face-check'
import { meetChallenge as onAlipay } from '@/platform/face-check.alipay'
import { meetChallenge as onWeChat } from '@/platform/face-check.weapp'

const wechat = { provider: 'wechat', verifyId: 'verify-1' } as const
const alipay = { provider: 'alipay', certifyId: 'certify-1', url: 'https://open.alipay.example/certify' } as const

/** Puts a platform's own object there, as its app would. */
const put = (name: 'wx' | 'my', object: object) => Object.defineProperty(globalThis, name, { configurable: true, value: object })

interface Verify {
  readonly verifyId: string
  readonly success: () => void
  readonly fail: (cause: object) => void
}

describe('on WeChat', () => {
  test('a check that went through is finished', async () => {
    const asked: string[] = []
    put('wx', { requestFacialVerify: ({ verifyId, success }: Verify) => (asked.push(verifyId), success()) })
    expect(await onWeChat(wechat)).toBe('finished')
    expect(asked).toEqual(['verify-1'])
  })

  test.each([
    ['requestFacialVerify:fail cancel', 'cancelled'],
    ['requestFacialVerify:fail user canceled', 'cancelled'],
    ['requestFacialVerify:fail network error', 'unsure'],
  ])('%s means %s', async (errMsg, said) => {
    put('wx', { requestFacialVerify: ({ fail }: Verify) => fail({ errMsg, errCode: 10001 }) })
    expect(await onWeChat(wechat)).toBe(said)
  })

  test('one too old has no check', async () => {
    put('wx', {})
    expect(await onWeChat(wechat)).toBe('unsupported')
  })
})

describe('on Alipay', () => {
  test.each([
    ['9000', 'finished'],
    [9000, 'finished'],
    ['6001', 'cancelled'],
    ['6002', 'unsure'],
    ['4000', 'finished'],
    [undefined, 'unsure'],
  ])('status %s means %s', async (resultStatus, said) => {
    const asked: unknown[] = []
    put('my', { call: (name: string, options: object, done: (answer: object) => void) => (asked.push(name, options), done({ resultStatus })) })
    expect(await onAlipay(alipay)).toBe(said)
    const { certifyId, url } = alipay
    expect(asked).toEqual(['startBizService', { name: 'open-certify', param: JSON.stringify({ certifyId, url }) }])
  })
})

test('a challenge of another platform is not met', async () => {
  expect([await onWeChat(alipay), await onAlipay(wechat), await inBrowser(wechat)]).toEqual(['unsupported', 'unsupported', 'unsupported'])
})
