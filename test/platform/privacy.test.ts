import Taro from '@tarojs/taro'
import { needsPrivacyConsent, onPrivacyAsked } from '@/platform/privacy'
import * as weapp from '@/platform/privacy.weapp'
import { phone } from '../support/taro/phone'

type Resolve = (answer: object) => void

beforeEach(() => phone.reset())

test.each([[true, true], [false, false], [null, false]])('WeChat’s privacy setting of %s asks for consent: %s', async (setting, needed) => {
  phone.needsConsent = setting
  expect(await weapp.needsPrivacyConsent()).toBe(needed)
})

test('WeChat’s privacy notice opens', () => {
  weapp.openPrivacyNotice()
  expect(phone.noticesOpened).toBe(1)
})

test.each([
  [true, { event: 'agree', buttonId: 'agree-privacy' }],
  [false, { event: 'disagree' }],
])('what WeChat holds back goes on when agreed: %s', (agreed, told) => {
  let need: (resolve: Resolve) => void = () => undefined
  Object.assign(Taro, { onNeedPrivacyAuthorization: (listener: typeof need) => (need = listener) })
  const answers: ((agreed: boolean) => void)[] = []
  weapp.onPrivacyAsked((answer) => answers.push(answer))
  const resolved: object[] = []
  need((answer) => resolved.push(answer))
  expect(resolved).toEqual([])
  answers.forEach((answer) => answer(agreed))
  expect(resolved).toEqual([told])
})

test('no other platform asks for a consent of its own', async () => {
  expect(await needsPrivacyConsent()).toBe(false)
  expect(onPrivacyAsked(() => undefined)).toBeUndefined()
})
