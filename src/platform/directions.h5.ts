import type { PointOnWire } from '@/contract'

interface Destination {
  readonly name: string
  readonly address: string
  readonly point: PointOnWire
}

const map = 'https://uri.amap.com/marker'

/** A browser has no map of its own: the place opens in a map's page, which learns nothing of the citizen. */
export const showTheWay = async ({ name, point: { latitude, longitude } }: Destination): Promise<void> => {
  const query = new URLSearchParams({ position: `${longitude},${latitude}`, name, coordinate: 'wgs84', callnative: '1' })
  window.open(`${map}?${query.toString()}`, '_blank', 'noopener,noreferrer')
}
