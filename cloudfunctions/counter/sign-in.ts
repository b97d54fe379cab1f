import { longestStaffSession } from '../repository'
import { counterCookie } from '../runtime/cookies'
import { defineOperation } from '../runtime/define-operation'
import { RequestError } from '../runtime/errors'
import { isLetIn } from '../runtime/partner'
import { isPassword } from '../runtime/password'
import { memberOnWire } from './member'

/**
 * Begins a session of a member of staff, and sets its cookie. Refuses `proofRefused`, alike and after as long for an id that nobody has, and
 * `tooManyRequests` after six wrong passwords of a member or from an address.
 */
export const signIn = defineOperation('counter/signIn', async ({ staffId, password }, { config, repository, cookies, address }) => {
  const { staff, tries } = repository
  await tries.countPassword(staffId, address)
  const found = isLetIn(staffId, config) ? await staff.find(staffId) : null
  const isRight = await isPassword(password, found?.passwordHash ?? null)
  const credential = found && isRight ? await staff.begin(found) : null
  if (!found || !credential) throw new RequestError('proofRefused')
  await tries.forgivePassword(staffId, address)
  cookies.set(counterCookie, credential, longestStaffSession / 1000)
  return memberOnWire(repository, found)
})
