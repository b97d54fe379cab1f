import type { CardOnWire } from '@/contract'
import type { OutletNeed } from '@/domain/words'
import { go } from '@/platform/navigation'

/** Opens the lookup for this card: with a need, the outlets that serve it and the card's own bank are chosen already. */
export const toOutlets = ({ cardId, city }: CardOnWire, need: OutletNeed | '' = ''): void => void go('outlets', { city, cardId, need })
