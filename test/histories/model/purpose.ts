import type { Deed } from '@/domain/words'
import type { Actor, Change } from './call'

/** What an identity check can be for, of what citizens do here. */
export type CardPurpose = 'reportLoss' | 'releaseLoss' | 'reissue' | 'setPassword' | 'activate'

const deeds = {
  'card/reportLoss': 'reportLoss',
  'card/releaseLoss': 'releaseLoss',
  'card/bankTold': 'bankTold',
  'card/dispute': 'dispute',
  'card/setServicePassword': 'setPassword',
  'reissue/apply': 'reissue',
  'reissue/cancel': 'reissue',
  'reissue/activate': 'activate',
  'channel/reportLoss': 'reportLoss',
  'channel/releaseLoss': 'releaseLoss',
  'channel/acceptReissue': 'reissue',
  'channel/collect': 'reissue',
  'channel/activate': 'activate',
  'channel/closeDispute': 'dispute',
  'channel/rejectReissue': null,
  'channel/moveOrder': null,
  'channel/bankReported': null,
  'channel/bankReleased': null,
  'channel/bankActivated': null,
} as const satisfies Readonly<Record<Change['op'], Deed | null>>

/** Whether a partner speaks of its own work, and of nobody who stands before it. */
export const isOffice = (ask: Change): boolean => deeds[ask.op] === null || (ask.op === 'channel/acceptReissue' && !ask.isThere)

/** As what the rules about who may do what know it; null for a partner's own work. */
export const deedOf = (ask: Change): Deed | null => (isOffice(ask) ? null : deeds[ask.op])

/** Who stands behind what comes of it. */
export const authorOf = ({ who, partner }: Actor, ask: Change) => (partner && isOffice(ask) ? partner.office : who.role)
