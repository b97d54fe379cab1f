import { openingAt } from '@/domain/opening'
import type { Repository } from '../repository'
import { defineOperation } from '../runtime/define-operation'
import { RequestError } from '../runtime/errors'
import { idFromWire, listOnWire, outletOnWire } from './wire'

/** The outlet in its city's current list. Refuses `notFound`. */
const find = async ({ outlets }: Repository, onWire: string) => {
  const id = idFromWire(onWire)
  const publication = id && (await outlets.current(id.city))
  const row = publication && (await outlets.byId(id.city, publication.version, id.outletId))
  if (!row) throw new RequestError('notFound')
  return { city: id.city, publication, row }
}

/** All that is known of one outlet. */
export const get = defineOperation('outlets/get', async ({ outletId, system }, { repository }) => {
  const { city, publication, row } = await find(repository, outletId)
  const opening = openingAt({ week: row.hours, holidays: row.holidays }, Date.now())
  return { outlet: outletOnWire(row, { city, system, opening }), list: listOnWire(publication) }
})
