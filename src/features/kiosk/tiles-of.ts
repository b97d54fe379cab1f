import type { CardOnWire } from '@/contract'
import { hasEnded } from '@/domain/reissue/order'
import type { OrderState } from '@/domain/reissue/words'
import { isLost } from '../card/actions'
import type { Tile } from './tiles'

/** The page that each tile opens. */
export const pageOf = {
  report: 'reportLoss', release: 'release', reissue: 'whatHappened', order: 'order', activate: 'activate', history: 'history',
} as const satisfies Readonly<Record<Exclude<Tile, 'state'>, string>>

/** A new card that was asked for is looked up; else it is told how one is had. */
export const reissueTile = ({ order: state }: CardOnWire): Tile => (state && !hasEnded({ state }) ? 'order' : 'reissue')

const isNew = ({ socialSecurity }: CardOnWire): boolean => socialSecurity.state === 'notActivated'

/** What can be done with a card from here. */
export const tilesOf = (card: CardOnWire): readonly Tile[] =>
  (isNew(card) ? ['activate', 'report', reissueTile(card), 'history'] : ['report', 'release', reissueTile(card), 'history'])

/** States of an order in which something is to be done for it. */
const waits: readonly (OrderState | undefined)[] = ['rejected', 'ready', 'uncollected', 'collected', 'socialSecurityActivated', 'financialActivated']

/** The one that helps on most. */
export const mainOf = (card: CardOnWire): Tile => {
  if (isNew(card)) return 'activate'
  if (waits.includes(card.order) || card.socialSecurity.state === 'cancelled') return reissueTile(card)
  return isLost(card) ? 'release' : 'report'
}
