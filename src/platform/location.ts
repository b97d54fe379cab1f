import Taro from '@tarojs/taro'
import { partOf, whereabouts, type Whereabouts } from './whereabouts'

/** What this platform's places are in, and what its map draws in. */
export const coordinates = 'gcj02'

/** Alipay's numbers for "the citizen or the system said no". */
const refusals: readonly unknown[] = [11, 2001, 2002, 2003]
const timedOut = 13

const why = (cause: unknown) => {
  const code = partOf(cause, 'error') ?? partOf(cause, 'errorCode')
  if (code === timedOut) return 'timedOut'
  return refusals.includes(code) ? 'refused' : 'absent'
}

const ask = async () => {
  const { latitude, longitude } = await Taro.getLocation({})
  return { latitude: Number(latitude), longitude: Number(longitude) }
}

/** Where the phone is now. Asked only when the citizen says so; nothing keeps it. */
export const locate = (): Promise<Whereabouts> => whereabouts(ask(), coordinates, why)
