import type { ReleaseRequest } from '@/domain/release'
import type { ReportLossRequest } from '@/domain/report-loss'
import type { Channel } from '@/domain/words'

/** The ids the next reports get. */
export const ids = { socialSecurity: 'report-1', financial: 'report-1-bank' } as const

/** The cardholder reports the loss in a channel. */
export const loss = (channel: Channel, over: Partial<ReportLossRequest> = {}): ReportLossRequest =>
  ({ channel, by: 'cardholder', ids, ...over })

/** The cardholder asks for the release in a channel. */
export const release = (channel: Channel, over: Partial<ReleaseRequest> = {}): ReleaseRequest =>
  ({ channel, by: 'cardholder', ...over })
