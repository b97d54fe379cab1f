import Taro from '@tarojs/taro'
import { partOf, whereabouts, type Whereabouts } from './whereabouts'

export const coordinates = 'gcj02'

/** WeChat says why in words: `getFuzzyLocation:fail auth deny`, `… privacy permission is not authorized`. */
const why = (cause: unknown) => {
  const words = String(partOf(cause, 'errMsg') ?? cause)
  if (/timeout/i.test(words)) return 'timedOut'
  return /deny|denied|authorize|privacy/i.test(words) ? 'refused' : 'absent'
}

/** The fuzzy place is enough to say how far it is, so the precise one is never asked for. */
export const locate = (): Promise<Whereabouts> => whereabouts(Taro.getFuzzyLocation({ type: coordinates }), coordinates, why)
