import type { AddressOnWire } from '@/contract'
import { idNumberFault } from '@/domain/id-number'
import { policyOf } from '@/domain/policies'
import { reissueWays, type OrderState, type RejectionReason, type ReissueReason, type ReissueWay } from '@/domain/reissue/words'
import { isSimplePassword } from '@/domain/service-password'
import type { DisputeOutcome, ReportKind, Role } from '@/domain/words'
import { emptyAddress, faultIn } from '@/features/reissue/address'
import type { FoundCard } from './find'
import { isCardNumber } from './numbers'
import { isApplied, rolesFor, type TaskName } from './tasks'

/** All that is filled in for a task. */
export interface Filled {
  readonly role: Role
  readonly name: string
  readonly idNumber: string
  readonly kind: ReportKind
  readonly reason: ReissueReason
  readonly way: ReissueWay
  readonly bank: string
  /** Where the new card is collected: undefined until it was chosen, null where it is decided later. */
  readonly outlet: string | null | undefined
  readonly address: AddressOnWire
  readonly rejectedFor: RejectionReason
  readonly newCardNumber: string
  /** The day the new card was issued, or empty. */
  readonly newIssuedOn: string
  readonly trackingNumber: string
  readonly outcome: DisputeOutcome
  readonly password: string
}

/** The ways to a new card that a counter of the city takes down. */
export const waysAt = ({ city }: Pick<FoundCard, 'city'>): readonly ReissueWay[] =>
  reissueWays.filter((way) => policyOf(city).reissue.ways[way].value.includes('counter'))

export const begun = (task: TaskName, card: FoundCard, kinds: readonly ReportKind[]): Filled => ({
  role: rolesFor(task)[0] ?? 'cardholder', name: '', idNumber: '', kind: kinds[0] ?? 'formal', reason: 'lost', way: waysAt(card)[0] ?? 'serviceOutlet',
  bank: card.issuingBank, outlet: undefined, address: card.order?.address ?? emptyAddress, rejectedFor: 'photo', newCardNumber: '', newIssuedOn: '', trackingNumber: '',
  outcome: 'upheld', password: '',
})

const isNamed = ({ role, name, idNumber }: Filled): boolean =>
  role === 'cardholder' || (name.trim() !== '' && idNumberFault(idNumber.trim().toUpperCase()) === null)

/** A new card is activated with a password, or without where the holder wants none. */
const isPassword = (task: TaskName, { password }: Filled, again: string): boolean => {
  if (task !== 'setServicePassword' && (task !== 'activate' || password + again === '')) return true
  return /^\d{6}$/.test(password) && password === again && !isSimplePassword(password, [])
}

/** Where an address is given with a task. */
export const asksAddress = (task: TaskName, card: FoundCard, { way }: Pick<Filled, 'way'>): boolean => {
  if (task === 'acceptReissue') return !isApplied(card) && way === 'mail'
  return task === 'changeAddress' || (task === 'correctOrder' && card.order?.rejectedFor === 'address')
}

/** States before which nobody can have said which card the new one is. */
const unmade: readonly OrderState[] = ['accepted', 'inProduction']
export const needsNumber = ({ order }: FoundCard): boolean => order !== undefined && unmade.includes(order.state)

const isTracking = (typed: string): boolean => /^[A-Za-z0-9-]{4,40}$/.test(typed.trim())
const isNumber = (card: FoundCard, { newCardNumber: typed }: Filled): boolean => (typed.trim() === '' ? !needsNumber(card) : isCardNumber(typed))

const areNumbers = (task: TaskName, card: FoundCard, filled: Filled): boolean => {
  const { trackingNumber: typed, newCardNumber, newIssuedOn } = filled
  if (task === 'makeReady') return isNumber(card, filled)
  if (task === 'mail') return isNumber(card, filled) && isTracking(typed)
  if (task !== 'amendOrder') return true
  return isNumber(card, filled) && (typed.trim() === '' || isTracking(typed)) && newCardNumber.trim() + newIssuedOn + typed.trim() !== ''
}

const isPlaced = (task: TaskName, card: FoundCard, { way, outlet }: Filled): boolean =>
  task !== 'acceptReissue' || isApplied(card) || way === 'mail' || outlet !== undefined

/** How many things are still to be filled in. */
export const unfilled = (task: TaskName, card: FoundCard, filled: Filled, again: string): number => [
  isNamed(filled),
  isPassword(task, filled, again),
  areNumbers(task, card, filled),
  isPlaced(task, card, filled),
  !asksAddress(task, card, filled) || faultIn(filled.address) === undefined,
].filter((isThere) => !isThere).length
