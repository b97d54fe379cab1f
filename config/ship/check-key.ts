import { existsSync, readFileSync, statSync } from 'node:fs'
import type { Check } from './shipment'
import type { ShopName } from './shop'

/** Which variable says where a shop's private key lies; its content is given to the shop's own tool alone, and never shown. */
export const keyVariable = { weapp: 'WECHAT_UPLOAD_KEY', alipay: 'ALIPAY_UPLOAD_KEY' } as const satisfies Record<ShopName, string>

const isJson = (text: string): boolean => {
  try {
    return typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}
const looksRight = { weapp: (text: string) => text.trimStart().startsWith('-----BEGIN'), alipay: isJson } as const

export const uploadKey: Check = ({ platform, environment }) => {
  const variable = keyVariable[platform]
  const file = environment[variable]
  if (!file) return [`${variable} is not set: it names the file of the upload key from the console.`]
  if (!existsSync(file) || !statSync(file).isFile()) return [`${variable} names no file.`]
  if ((statSync(file).mode & 0o077) !== 0) return [`${variable} names a file that others can read: chmod 600.`]
  return looksRight[platform](readFileSync(file, 'utf8')) ? [] : [`${variable} names a file that is no key of this shop.`]
}
