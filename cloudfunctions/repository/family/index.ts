import type { Caller } from '../../runtime/caller'
import type { Keys } from '../../runtime/keys'
import type { Partner } from '../../runtime/partner'
import type { Database } from '../database'
import { refuseUnknownCaller } from '../known-caller'
import { linkGuardian, type Linked, type LinkRequest } from '../partner/link-guardian'
import { arrangeGrant, type ArrangedGrant } from './arrange'
import { childrenOf, type Child } from './children'
import { giveConsent, type ConsentRequest } from './consent'
import { grantProxy, type GrantRequest } from './grant'
import { grantsBy, grantsTo, type Grant } from './grants'
import { revokeProxy } from './revoke'

/** Whom a person cares for, acts for, and lets act for them. */
export interface FamilyView {
  readonly children: readonly Child[]
  readonly actingFor: readonly Grant[]
  readonly proxies: readonly Grant[]
}

/** Children in someone's care, and grants from one person to another. */
export interface Family {
  read(caller: Caller): Promise<FamilyView>
  consent(caller: Caller, request: ConsentRequest): Promise<Child>
  grant(caller: Caller, request: GrantRequest): Promise<Grant>
  revoke(caller: Caller, cardKey: string, grantId: string): Promise<{ already: boolean }>
  /** Puts a card's holder in somebody's care, on a counter's word. */
  linkFor(partner: Partner, request: LinkRequest): Promise<Linked>
  /** A grant of the demo city; resolves to false where it has one already. */
  arrange(grant: ArrangedGrant): Promise<boolean>
}

const read = async (database: Database, keys: Keys, caller: Caller): Promise<FamilyView> => {
  const personKey = await refuseUnknownCaller(database, caller)
  const [children, actingFor, proxies] = await Promise.all([
    childrenOf(database.run, keys, personKey), grantsTo(database.run, keys, personKey), grantsBy(database.run, keys, personKey),
  ])
  return { children, actingFor, proxies }
}

export const familyIn = (database: Database, keys: Keys): Family => ({
  read: (caller) => read(database, keys, caller),
  consent: (caller, request) => giveConsent(database, keys, caller, request),
  grant: (caller, request) => grantProxy(database, keys, caller, request),
  revoke: (caller, cardKey, grantId) => revokeProxy(database, caller, cardKey, grantId),
  linkFor: (partner, request) => linkGuardian(database, keys, partner, request),
  arrange: (grant) => arrangeGrant(database, keys, grant),
})

export type { ArrangedGrant } from './arrange'
export type { Child } from './children'
export type { Grant } from './grants'
