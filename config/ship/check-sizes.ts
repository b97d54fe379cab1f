import { packageWeights } from '../checks/weight'
import type { Check } from './shipment'

const mega = 1024 * 1024

/**
 * Bytes of one package and of all: https://developers.weixin.qq.com/miniprogram/dev/framework/subpackages.html (30 M where no service provider
 * builds it; the lesser number is kept), https://docs.alipay.com/mini/framework/subpackages.
 */
const limits = { weapp: { one: 2 * mega, all: 20 * mega }, alipay: { one: 2 * mega, all: 8 * mega } } as const

export const sizes: Check = ({ platform, bundle }) => {
  const { one, all } = limits[platform]
  const packages = packageWeights(bundle.folder)
  const total = packages.reduce((sum, { bytes }) => sum + bytes, 0)
  return [
    ...packages.filter(({ bytes }) => bytes > one).map(({ root, bytes }) => `${root === '' ? 'The main package' : `The package ${root}`} has ${bytes} bytes, and the shop takes ${one}.`),
    ...(total > all ? [`All packages have ${total} bytes, and the shop takes ${all}.`] : []),
  ]
}
