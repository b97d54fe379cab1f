import { mayTakeOn } from '@/domain/dependants'
import type { CityPolicy } from '@/domain/policy'
import { RequestError } from '../../runtime/errors'
import type { Keys } from '../../runtime/keys'
import type { Run } from '../database'
import { newKey } from '../random'
import { childrenOf } from './children'
import { endSame } from './end-same'
import { grantsTo, sealProxy, type NewGrant } from './grants'
import { proxyKeyOf } from './proxy'

/** Whom a person acts for now: children under age, and holders whose grants are in force. */
export const othersOf = async (run: Run, keys: Keys, personKey: string): Promise<ReadonlySet<string>> => {
  const children = (await childrenOf(run, keys, personKey)).filter(({ ended }) => !ended).map(({ childKey }) => childKey)
  const holders = (await grantsTo(run, keys, personKey)).map(({ holderKey }) => holderKey)
  return new Set([...children, ...holders])
}

const insert = 'insert into proxy_grant values ($1, $2, $3, $4, $5, $6, $7, $8, null)'
const point = 'insert into person_grant values ($1, $2, $3)'

const rows = async (run: Run, keys: Keys, grantId: string, proxyKey: string, grant: NewGrant): Promise<void> => {
  const { cardKey, holderKey, proxy, purpose, grantedAt, endsAt } = grant
  const sealed = sealProxy(keys, grantId, proxy)
  await run({ name: 'insert-grant', text: insert, values: [cardKey, grantId, holderKey, proxyKey, sealed, purpose, grantedAt, endsAt] })
  await run({ name: 'point-to-grant', text: point, values: [proxyKey, cardKey, grantId] })
}

/**
 * Writes a grant and the pointer by which its proxy finds it; one for the same in force ends with it. Resolves to its id.
 * Refuses `tooManyDependants`. It belongs in a transaction.
 */
export const writeGrant = async (run: Run, keys: Keys, policy: CityPolicy, grant: NewGrant): Promise<string> => {
  const [grantId, proxyKey] = [newKey(), await proxyKeyOf(run, keys, grant.proxy)]
  if (!mayTakeOn(await othersOf(run, keys, proxyKey), grant.holderKey, policy)) throw new RequestError('tooManyDependants')
  await endSame(run, keys, grant)
  await rows(run, keys, grantId, proxyKey, grant)
  return grantId
}
