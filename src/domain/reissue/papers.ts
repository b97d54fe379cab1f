import type { Paper, ReissueKind, Role } from '../words'
import { kindOf, type ReissueReason } from './words'

/** The papers that show who acts and for whom (rules 7 and 19). */
export const papersOf: Readonly<Record<Role, readonly Paper[]>> = {
  cardholder: ['holderId'],
  guardian: ['guardianId', 'householdRegister'],
  proxy: ['holderId', 'proxyId'],
}

/** Which reasons a city asks a photo for. */
interface PhotoRule {
  readonly reissue: { readonly photoFor: { readonly value: readonly ReissueReason[] } }
}

/** What to bring to apply for a new card: who acts, the old card unless it is lost, and a photo where the city asks for one. */
export const papersToApply = (role: Role, reason: ReissueReason, { reissue }: PhotoRule): readonly Paper[] => [
  ...papersOf[role],
  ...(kindOf(reason) === 'exchange' ? ['card' as const] : []),
  ...(reissue.photoFor.value.includes(reason) ? ['photo' as const] : []),
]

/** What to bring to collect it (rule 18); for an exchange the old card is handed in. */
export const papersToCollect = (role: Role, kind: ReissueKind): readonly Paper[] =>
  [...papersOf[role], 'receipt', ...(kind === 'exchange' ? ['card' as const] : [])]
