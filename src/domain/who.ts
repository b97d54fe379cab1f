import type { CardRefusal } from './decision'
import type { CityPolicy } from './policy'
import type { Channel, Deed, GrantPurpose, Role } from './words'

/** The person acting, and how old (whole years) the cardholder is. */
export interface Who {
  readonly role: Role
  readonly holderAge: number
  /** A guardian who has agreed to what is kept of the child. */
  readonly agreed?: boolean
  /** What the cardholder lets a proxy do with this card now. */
  readonly granted?: readonly GrantPurpose[]
  /** Whose account makes no loss reports for a time, since too many of its own were found to be false. */
  readonly barred?: boolean
}

/** From this age (whole years) on one may act for others (民法典 Art. 17); a city's handling age is another number. */
export const adultAge = 18

type Condition = 'always' | 'ofAge' | 'whileMinor' | 'whileMinorAgreed' | 'granted' | 'never'

/** Who may do what to whose card (rules 7, 19): read row by row, it is the rule. */
export const acting = {
  cardholder: {
    see: 'always', history: 'always', reportLoss: 'ofAge', releaseLoss: 'ofAge', bankTold: 'ofAge', reissue: 'ofAge', grantProxy: 'ofAge',
    dispute: 'always', setPassword: 'ofAge', activate: 'ofAge',
  },
  guardian: {
    see: 'whileMinor',
    history: 'whileMinorAgreed',
    reportLoss: 'whileMinorAgreed',
    releaseLoss: 'whileMinorAgreed',
    bankTold: 'whileMinorAgreed',
    reissue: 'whileMinorAgreed',
    grantProxy: 'never',
    dispute: 'whileMinor',
    setPassword: 'whileMinorAgreed',
    activate: 'whileMinorAgreed',
  },
  proxy: {
    see: 'granted', history: 'never', reportLoss: 'granted', releaseLoss: 'granted', bankTold: 'granted', reissue: 'granted', grantProxy: 'never',
    dispute: 'never', setPassword: 'never', activate: 'granted',
  },
} as const satisfies Record<Role, Record<Deed, Condition>>

/** Which grant lets a proxy do it; any grant lets one see the card. Telling the bank belongs to reporting. */
const grantFor: Readonly<Partial<Record<Deed, GrantPurpose>>> = {
  reportLoss: 'reportLoss', bankTold: 'reportLoss', releaseLoss: 'releaseLoss', reissue: 'reissue', activate: 'reissue',
}

/** Where a person stands before someone with their papers: a proxy with both IDs, a guardian with the household register. */
const inPerson: readonly Channel[] = ['counter', 'bank']

interface Asked {
  readonly who: Who
  readonly deed: Deed
  readonly channel: Channel
  readonly policy: CityPolicy
}

const isMinor = ({ who, policy }: Asked): boolean => who.holderAge < policy.minors.handlingAge.value

/** Below the privacy law's age the guardian agrees first, unless they come in person. */
const lacksConsent = ({ who, channel, policy }: Asked): boolean =>
  who.holderAge < policy.minors.privacyAge.value && !who.agreed && !inPerson.includes(channel)

const notGranted = ({ who: { granted = [] }, deed, channel }: Asked): CardRefusal | null => {
  if (inPerson.includes(channel)) return null
  if (granted.length === 0) return 'proxyInPersonOnly'
  const needed = grantFor[deed]
  return !needed || granted.includes(needed) ? null : 'notGranted'
}

const unmet: Readonly<Record<Condition, (asked: Asked) => CardRefusal | null>> = {
  always: () => null,
  ofAge: (asked) => (isMinor(asked) ? 'minorNeedsGuardian' : null),
  whileMinor: (asked) => (isMinor(asked) ? null : 'guardianOfAdult'),
  whileMinorAgreed: (asked) => unmet.whileMinor(asked) ?? (lacksConsent(asked) ? 'guardianConsentNeeded' : null),
  granted: (asked) => unmet.ofAge(asked) ?? notGranted(asked),
  never: () => 'holderOnly',
}

/** As what a person acts: the guardian of someone who has come of age is no more than what they were granted since. */
export const actsAs = (role: Role, holderAge: number, granted: readonly GrantPurpose[], policy: CityPolicy): Role =>
  role === 'guardian' && holderAge >= policy.minors.handlingAge.value && granted.length > 0 ? 'proxy' : role

/** Why this person may not do this with this card here, or null. */
export const mayNotAct = (who: Who, deed: Deed, channel: Channel, policy: CityPolicy): CardRefusal | null =>
  unmet[acting[who.role][deed]]({ who, deed, channel, policy }) ?? (who.barred && deed === 'reportLoss' ? 'barred' : null)
