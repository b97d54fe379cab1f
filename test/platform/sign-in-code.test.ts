import Taro from '@tarojs/taro'
import { NoAnswer } from '@/platform/no-answer'
import { takeCode as inBrowser } from '@/platform/sign-in-code'
import { takeCode as onAlipay } from '@/platform/sign-in-code.alipay'
import { takeCode as onWeChat } from '@/platform/sign-in-code.weapp'

interface AuthCode {
  readonly scopes: string
  readonly success: (answer: { authCode: string }) => void
  readonly fail: (cause: object) => void
}
const alipay = (getAuthCode: (asked: AuthCode) => void) => Object.defineProperty(globalThis, 'my', { configurable: true, value: { getAuthCode } })
const login = (answer: () => Promise<{ code: string }>) => Object.assign(Taro, { login: answer })

test('WeChat gives a code for whoever holds the phone', async () => {
  login(async () => ({ code: 'code-1' }))
  expect(await onWeChat()).toEqual({ kind: 'wechat', code: 'code-1' })
})

test('a WeChat that gives none is no answer', async () => {
  login(async () => ({ code: '' }))
  await expect(onWeChat()).rejects.toBeInstanceOf(NoAnswer)
  login(() => Promise.reject({ errMsg: 'login:fail' }))
  await expect(onWeChat()).rejects.toBeInstanceOf(NoAnswer)
})

test('Alipay gives one by the scope that asks nothing of anyone', async () => {
  const scopes: string[] = []
  alipay(({ scopes: scope, success }) => (scopes.push(scope), success({ authCode: 'code-2' })))
  expect(await onAlipay()).toEqual({ kind: 'alipay', code: 'code-2' })
  expect(scopes).toEqual(['auth_base'])
})

test('an Alipay that gives none is no answer', async () => {
  alipay(({ fail }) => fail({ error: 11 }))
  await expect(onAlipay()).rejects.toBeInstanceOf(NoAnswer)
})

test('a browser knows nobody', () => {
  expect(inBrowser).toBeUndefined()
})
