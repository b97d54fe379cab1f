import path from 'node:path'
import { declared, guide } from '../../config/ship/check-privacy'
import { sizes } from '../../config/ship/check-sizes'
import { readShipment, type Shipment } from '../../config/ship/shipment'
import type { ShopName } from '../../config/ship/shop'

const built = (platform: ShopName): Shipment => {
  const shipment = readShipment(path.resolve(__dirname, '../..'), platform, {})
  if (!shipment) throw new Error(`dist/${platform} is not built`)
  return shipment
}

test.each(['weapp', 'alipay'] as const)('what the built bundle of %s asks a phone for is declared and told of, and each of its packages is small enough', (platform) => {
  const shipment = built(platform)
  expect([declared, guide, sizes].flatMap((check) => check(shipment))).toEqual([])
})
