import { policyOf } from '@/domain/policies'
import { defineOperation } from '../runtime/define-operation'
import { childOnWire, grantOnWire } from './wire'

/** People live, and have cards, in more than one city: how many they may act for is nobody's own rule. */
const { dependants } = policyOf('national')

/** The children in the caller's care, whom the caller acts for, and who acts for the caller. */
export const family = defineOperation('person/family', async (_request, { caller, repository }) => {
  const { children, actingFor, proxies } = await repository.family.read(caller)
  return {
    children: children.map(childOnWire),
    actingFor: actingFor.map(grantOnWire),
    proxies: proxies.map(grantOnWire),
    atMost: dependants.atMost.value,
  }
})
