import type { Repository } from '../repository'
import { idFromWire } from './wire'

/** An outlet's name as its city's current list has it; undefined where there is no list, or it leaves the outlet out. */
export const outletNameOf = async ({ outlets }: Pick<Repository, 'outlets'>, onWire: string): Promise<string | undefined> => {
  const id = idFromWire(onWire)
  const list = id && (await outlets.current(id.city))
  return list ? (await outlets.byId(id.city, list.version, id.outletId))?.name : undefined
}
