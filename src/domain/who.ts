import type { RefusalCode } from './decision'
import type { CityPolicy } from './policy'
import type { Channel, Role } from './words'

/** The person acting, and how old (whole years) the cardholder is. */
export interface Who {
  readonly role: Role
  readonly holderAge: number
}

const inPerson: readonly Channel[] = ['counter', 'bank']

/** Why this person may not act for this card here, or null (rule 7): only a guardian for a minor, a proxy only in person. */
export const mayNotAct = ({ role, holderAge }: Who, channel: Channel, policy: CityPolicy): RefusalCode | null => {
  const isMinor = holderAge < policy.minors.handlingAge.value
  if (role === 'guardian') return isMinor ? null : 'guardianOfAdult'
  if (isMinor) return 'minorNeedsGuardian'
  return role === 'cardholder' || inPerson.includes(channel) ? null : 'proxyInPersonOnly'
}
