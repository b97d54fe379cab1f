import { readFileSync } from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'

export type ShopName = 'weapp' | 'alipay'

const shop = v.strictObject({
  /** What the shop has admitted the mini-program under. */
  category: v.string(),
  /** What was entered there as domains that may be called. */
  requestDomains: v.array(v.string()),
  /** What its privacy guide says, for each thing of a phone that the mini-program asks for. */
  guide: v.record(v.string(), v.pipe(v.string(), v.nonEmpty())),
})

/** What somebody has entered in a shop's console, as `shops.json` keeps it. */
export type Shop = v.InferOutput<typeof shop>

const file = v.strictObject({ weapp: shop, alipay: shop })

export const shopOf = (root: string, name: ShopName): Shop => v.parse(file, JSON.parse(readFileSync(path.join(root, 'config', 'ship', 'shops.json'), 'utf8')))[name]
