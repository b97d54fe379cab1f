import type { Outcome } from '@/domain/voice'
import type { EffectOf, Line } from './line'
import { standsAt } from './stands'

/** How a card stands now. */
export const status = async ({ repository, partner }: Line, { errand, card }: EffectOf<'status'>): Promise<Outcome> => ({
  kind: 'status', errand, card, came: standsAt(await repository.cards.getFor(partner, { cardId: card.cardKey })),
})
