import Taro from '@tarojs/taro'
import { consentButtonId } from './consent-button.weapp'
import type { PrivacyAnswer } from './privacy'

/** A phone too old to know of consent asks for none. */
export const needsPrivacyConsent = (): Promise<boolean> =>
  new Promise((resolve) => {
    if (!Taro.getPrivacySetting) return resolve(false)
    Taro.getPrivacySetting({ success: ({ needAuthorization }) => resolve(needAuthorization), fail: () => resolve(false) })
  })

export const openPrivacyNotice = (): void => Taro.openPrivacyContract({})

/** WeChat takes the answer only with the name of the button that was tapped; a phone too old to know of it never asks. */
export const onPrivacyAsked = (tell: (answer: PrivacyAnswer) => void): void => {
  if (!Taro.onNeedPrivacyAuthorization) return
  Taro.onNeedPrivacyAuthorization((resolve) => tell((agreed) => resolve(agreed ? { event: 'agree', buttonId: consentButtonId } : { event: 'disagree' })))
}
