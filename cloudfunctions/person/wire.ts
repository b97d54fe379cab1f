import type { ChildOnWire, GrantOnWire } from '@/contract'
import { toIso } from '@/domain/time'
import type { Child, Grant } from '../repository'
import { maskedName, maskedNumber } from '../runtime/mask'

export const childOnWire = ({ childKey, name, cardKeys, consent, endsOn, ended }: Child): ChildOnWire =>
  ({ childId: childKey, maskedName: maskedName(name), cards: [...cardKeys], consent, endsOn, ended })

export const grantOnWire = ({ grantId, cardKey, name, number, purpose, grantedAt, endsAt }: Grant): GrantOnWire => ({
  grantId,
  cardId: cardKey,
  maskedName: maskedName(name),
  maskedNumber: maskedNumber(number),
  purpose,
  grantedAt: toIso(grantedAt),
  until: toIso(endsAt),
})
