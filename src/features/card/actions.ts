import type { CardOnWire } from '@/contract'

type ActionOnWire = CardOnWire['actions'][number]

/** What the rules say of one action on this card, in this channel, for this person. */
export const actionOf = (card: CardOnWire, action: ActionOnWire['action']): ActionOnWire =>
  card.actions.find((state) => state.action === action) ?? { action, allowed: false }

export const isLost = ({ socialSecurity }: CardOnWire): boolean =>
  socialSecurity.state === 'temporarilyLost' || socialSecurity.state === 'formallyLost'
