import type { FormalReport, TemporaryReport } from '@/domain/card'
import type { Channel } from '@/domain/words'
import { frozen } from './freeze'
import { days, monday } from './time'

const facts = (channel: Channel) =>
  ({ id: 'report-0', channel, by: 'cardholder', reportedAt: monday, outlet: null, releasedLike: channel } as const)

/** A temporary report made on `monday`, seven days long. */
export const temporary = (channel: Channel, over: Partial<TemporaryReport> = {}): TemporaryReport =>
  frozen({ ...facts(channel), lapsesAt: monday + days(7), ...over, kind: 'temporary' })

/** A formal report made on `monday`. */
export const formal = (channel: Channel, over: Partial<FormalReport> = {}): FormalReport =>
  frozen({ ...facts(channel), ...over, kind: 'formal' })
