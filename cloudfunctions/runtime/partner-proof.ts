import type { OperationName } from '@/contract'
import { cookiesOf, counterCookie } from './cookies'
import { RequestError } from './errors'
import type { Facts } from './facts'
import { counterOperations, shortNameOf, isChannelOperation } from './partner-operations'
import { isLetIn, type Partner, type StaffMember } from './partner'
import type { Services } from './services'
import { signerOf } from './signed-request'

/** The member of staff whose session a request comes from. Refuses `notSignedIn`. */
export const staffOf = async (facts: Facts, { config, repository }: Services): Promise<StaffMember> => {
  const credential = cookiesOf(facts).get(counterCookie)
  const member = credential ? await repository.staff.member(credential) : null
  if (!member || !isLetIn(member.staffId, config)) throw new RequestError('notSignedIn')
  return member
}

const counterOf = (staff: StaffMember): Partner => ({
  partnerId: 'counter', name: staff.outletId, channel: 'counter', bank: null, cities: [staff.city], operations: counterOperations, staff,
})

/** A browser, or whoever shows a counter's cookie: it signs nothing, and is to be told to sign in. */
const asksFromPage = (facts: Facts): boolean =>
  facts.form === 'http' && facts.header('x-channel-id') === undefined
  && (facts.header('sec-fetch-site') !== undefined || cookiesOf(facts).get(counterCookie) !== undefined)

/** The partner that signed a request, or the counter whose session it comes from. Refuses also `notPermitted`. */
export const partnerOf = async (facts: Facts, name: OperationName, found: Services): Promise<Partner> => {
  const operation = shortNameOf(name)
  if (!isChannelOperation(operation)) throw new TypeError(`${name} is no operation of partners`)
  if (!asksFromPage(facts)) return signerOf(facts, operation, found)
  const counter = counterOf(await staffOf(facts, found))
  if (!counter.operations.includes(operation)) throw new RequestError('notPermitted')
  return counter
}
