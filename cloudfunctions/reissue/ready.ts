import type { WorkingDay } from '@/domain/reissue'
import type { Log } from '../runtime/log'

/** Years that this process has said are missing. */
const said = new Set<string>()

/** A day as it is, and where the calendar does not reach it, said once to whoever runs the service: the next year's notice is to be entered. */
export const readyOnWire = (day: WorkingDay, log: Log): WorkingDay => {
  if ('uncovered' in day && !said.has(day.uncovered)) {
    said.add(day.uncovered)
    log.error({ code: 'calendarUncovered', year: day.uncovered })
  }
  return day
}
