import Taro from '@tarojs/taro'

/** A phone too old to know of consent asks for none. */
export const needsPrivacyConsent = (): Promise<boolean> =>
  new Promise((resolve) => {
    if (!Taro.getPrivacySetting) return resolve(false)
    Taro.getPrivacySetting({ success: ({ needAuthorization }) => resolve(needAuthorization), fail: () => resolve(false) })
  })

export const openPrivacyNotice = (): void => Taro.openPrivacyContract({})
