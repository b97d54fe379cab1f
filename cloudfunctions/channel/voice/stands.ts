import { bankOf } from '@/domain/policies'
import { standingOf, type Standing } from '@/domain/voice'
import { policyFor, whoOf, type CardView } from '../../repository'

/** What is said of a card as it was read. */
export const standsAt = (view: CardView): Standing =>
  standingOf({ card: view.card, who: whoOf(view), policy: policyFor(view), bank: bankOf(view.city, view.issuingBank) }, view.now)
