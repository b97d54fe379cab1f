import type { ReissueKind } from '../words'

export const reissueReasons = ['lost', 'expired', 'damaged', 'defaced', 'detailsChanged', 'bankChanged', 'movedProvince', 'oldMedicalCard'] as const
/** Why a new card is asked for: the seven reasons of rule 14, and the exchange of an old medical insurance card. */
export type ReissueReason = (typeof reissueReasons)[number]

export const reissueWays = ['instant', 'serviceOutlet', 'bankApp', 'mail'] as const
/** How a new card is come by (rule 15): 即时制卡 at a bank's outlet, 服务网点, 发卡银行 App, 邮寄. */
export type ReissueWay = (typeof reissueWays)[number]

export const orderStates = [
  'applied', 'rejected', 'accepted', 'inProduction', 'ready', 'mailed', 'returned', 'uncollected', 'collected',
  'socialSecurityActivated', 'financialActivated', 'closed', 'cancelled',
] as const
/** Where the order of a new card stands: from 已申请 to 已办结, or 已撤回. */
export type OrderState = (typeof orderStates)[number]

export const rejectionReasons = ['photo', 'dataMismatch', 'address'] as const
/** What has to be put right before an application can be accepted. */
export type RejectionReason = (typeof rejectionReasons)[number]

/** A lost card is replaced; one that is still there is exchanged. */
export const kindOf = (reason: ReissueReason): ReissueKind => (reason === 'lost' ? 'replacement' : 'exchange')
