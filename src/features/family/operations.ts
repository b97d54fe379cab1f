import { familyOperations, type FamilyOperationName } from '@/contract/family'
import type { Named } from '../asked'

const of = <Name extends FamilyOperationName>(name: Name): Named<Name> => ({ name, ...familyOperations[name] })

/** What is asked and done about one's family, as its pages ask for it. */
export const familyAsks = {
  family: of('person/family'),
  consent: of('person/consent'),
  grantProxy: of('person/grantProxy'),
  revokeProxy: of('person/revokeProxy'),
} as const
