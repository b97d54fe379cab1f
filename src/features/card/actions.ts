import type { CardOnWire } from '@/contract'
import type { Copy } from '@/copy'

type ActionOnWire = CardOnWire['actions'][number]

/** What the rules say of one action on this card, in this channel, for this person. */
export const actionOf = (card: CardOnWire, action: ActionOnWire['action']): ActionOnWire =>
  card.actions.find((state) => state.action === action) ?? { action, allowed: false }

export const isLost = ({ socialSecurity }: CardOnWire): boolean =>
  socialSecurity.state === 'temporarilyLost' || socialSecurity.state === 'formallyLost'

/** How far the new card that takes this one's place is, if one was asked for. */
export const stepOf = ({ order }: CardOnWire, t: Copy): string | undefined => (order && order !== 'cancelled' ? t.order[order] : undefined)
