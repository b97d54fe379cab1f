import type { CardOnWire, CoordinateSystem, PointOnWire } from '@/contract'
import { bankOf } from '@/domain/policies'
import { outletNeeds, type Capability, type OutletNeed } from '@/domain/words'
import { isPhone } from '@/platform/phone'
import type { City } from '../banks/city'
import type { Need, Question } from './found'

export interface District {
  readonly code: string
  readonly name: string
}

/** What the citizen wants to see. */
export interface Wishes {
  readonly need: Need
  readonly openNow: boolean
  readonly myBank: boolean
  readonly district: District | undefined
  /** A name, a street or pinyin initials. */
  readonly words: string
}

/** For whom, and from where if that is known. */
export interface Asker {
  readonly city: City
  /** The card the page was opened with, as its id says; '' for none. */
  readonly cardId: string
  readonly card: CardOnWire | undefined
  readonly own: PointOnWire | undefined
  readonly system: CoordinateSystem
}

export const needFrom = (text: string): Need => outletNeeds.find((need) => need === text) ?? ''

/** How many outlets come at once, and how many for each step of a card's: what a phone's screen takes in one update. */
const pageSize = isPhone ? 8 : 12
const stepSize = isPhone ? 5 : 12
/** As long as the contract lets a search be. */
const longest = 40

/** What an outlet must do for each need when no card says more. */
const capabilityFor: Readonly<Record<OutletNeed, Capability>> = {
  reportLoss: 'reportLoss', release: 'releaseLoss', instantReissue: 'instantIssuance', collect: 'collect', activate: 'activateSocialSecurity',
}

/** Rule 12: whoever is in a hurry to see a doctor wants the nearest open one, place known or not. */
const hurries = ({ need }: Wishes, { card }: Asker): boolean => need === 'release' && card?.socialSecurity.state === 'temporarilyLost'

export const isOpenFirst = (wishes: Wishes, asker: Asker): boolean => asker.own !== undefined || hurries(wishes, asker)

const narrowing = (wishes: Wishes, asker: Asker) => {
  const { openNow, district } = wishes
  const query = wishes.words.trim().slice(0, longest)
  return {
    system: asker.system,
    ...(asker.own && { near: asker.own }),
    ...(isOpenFirst(wishes, asker) && { order: 'openFirst' as const }),
    ...(openNow && { openAt: 'now' as const }),
    ...(district && { district: district.code }),
    ...(query && { query }),
  }
}

/** Whether the card itself decides where to go; then its bank is no wish of the citizen's any more. */
export const isForCard = ({ need }: Wishes, { cardId }: Asker): boolean => cardId !== '' && need !== ''

/** The card's bank, where it is one of the city's and the citizen may wish for it: a need of the card's decides by itself. */
export const bankToWish = (wishes: Wishes, asker: Asker): string | undefined =>
  isForCard(wishes, asker) ? undefined : bankOf(asker.city, asker.card?.issuingBank ?? '')?.code

/** What to ask the server: the steps for a card and a need, else a list. */
export const questionOf = (wishes: Wishes, asker: Asker): Question => {
  const { need, myBank } = wishes
  const { city, cardId } = asker
  const bank = bankToWish(wishes, asker)
  const narrow = narrowing(wishes, asker)
  if (cardId !== '' && need !== '') return { need, name: 'outlets/forCard', request: { cardId, need, limit: stepSize, ...narrow } }
  const capability = need && { capability: [capabilityFor[need]] }
  return { need, name: 'outlets/search', request: { city, limit: pageSize, ...narrow, ...capability, ...(myBank && bank && { bank }) } }
}
