import Taro from '@tarojs/taro'
import type { PointOnWire } from '@/contract'

interface Destination {
  readonly name: string
  readonly address: string
  readonly point: PointOnWire
}

/** Shows a place on the phone's own map, from where it leads the way. Someone who closes it again has done nothing wrong. */
export const showTheWay = async ({ name, address, point }: Destination): Promise<void> => {
  try {
    await Taro.openLocation({ ...point, name, address, scale: 16 })
  } catch {
    return
  }
}
