import Taro from '@tarojs/taro'
import { partOf, whereabouts, type Whereabouts } from './whereabouts'

export const coordinates = 'gcj02'

/** WeChat says why in words: `getFuzzyLocation:fail auth deny`, `… privacy permission is not authorized`. */
const why = (cause: unknown) => {
  const words = String(partOf(cause, 'errMsg') ?? cause)
  if (/timeout/i.test(words)) return 'timedOut'
  return /deny|denied|authorize|privacy/i.test(words) ? 'refused' : 'absent'
}

/** A phone too old to know of consent asks for none. */
export const needsPrivacyConsent = (): Promise<boolean> =>
  new Promise((resolve) => {
    if (!Taro.getPrivacySetting) return resolve(false)
    Taro.getPrivacySetting({ success: ({ needAuthorization }) => resolve(needAuthorization), fail: () => resolve(false) })
  })

export const openPrivacyNotice = (): void => Taro.openPrivacyContract({})

/** The fuzzy place is enough to say how far it is, so the precise one is never asked for. */
export const locate = (): Promise<Whereabouts> => whereabouts(Taro.getFuzzyLocation({ type: coordinates }), coordinates, why)
