import type { Schedule } from '@/domain/opening'
import { indexBuilder, type OutletIndex } from '../../../cloudfunctions/outlets/lookup/outlet-index'
import { textSeparator, type OutletColumns } from '../../../cloudfunctions/repository'
import type { Outlet } from './publish'

const scheduleKey = ({ hours, holidays }: Outlet) => JSON.stringify([hours, holidays])

/** Columns as the repository gives them, of outlets in their list's order from `from` on. */
const columnsOf = (outlets: readonly Outlet[], schedules: readonly string[], from: number): OutletColumns => ({
  seq: outlets.map((_, at) => from + at),
  longitude: outlets.map(({ longitude }) => longitude),
  latitude: outlets.map(({ latitude }) => latitude),
  kind: outlets.map(({ kind }) => kind),
  bank: outlets.map(({ bank }) => bank),
  district: outlets.map(({ district }) => district),
  capabilities: outlets.map(({ capabilities }) => capabilities.join(' ')),
  schedule: outlets.map((one) => schedules.indexOf(scheduleKey(one))),
  text: outlets.map((one) => [one.name, one.address, one.name_initials, one.address_initials].join(textSeparator)),
})

/** The index of a list, built in two stretches. */
export const indexOf = (outlets: readonly Outlet[]): OutletIndex => {
  const schedules = [...new Set(outlets.map(scheduleKey))]
  const builder = indexBuilder(outlets.length)
  const half = Math.floor(outlets.length / 2)
  builder.add(columnsOf(outlets.slice(0, half), schedules, 0))
  builder.add(columnsOf(outlets.slice(half), schedules, half))
  const scheduleAt = (seq: number): Schedule => ({ week: outlets[seq]?.hours ?? null, holidays: outlets[seq]?.holidays ?? null })
  return builder.finish(builder.scheduleSeqs.map(scheduleAt))
}
