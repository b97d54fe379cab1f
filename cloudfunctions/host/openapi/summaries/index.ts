import type { OperationName } from '@/contract'
import { cardSummaries } from './card'
import { channelSummaries } from './channel'
import { counterSummaries } from './counter'
import { outletsSummaries } from './outlets'
import { personSummaries } from './person'
import { reissueSummaries } from './reissue'
import { sessionSummaries } from './session'
import type { Summary } from './summary'

/** What every operation does: a new one does not compile without. */
export const summaries: Readonly<Record<OperationName, Summary>> = {
  ...sessionSummaries, ...personSummaries, ...cardSummaries, ...reissueSummaries, ...outletsSummaries, ...channelSummaries, ...counterSummaries,
}
