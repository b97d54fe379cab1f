import { defineOperation } from '../runtime/define-operation'
import { RequestError } from '../runtime/errors'
import { isLetIn } from '../runtime/partner'
import { keepDevice, kioskOnWire } from './kiosk-of'

/**
 * Makes this browser the terminal of a code, which is used up by it, and sets the device's cookie. Refuses `proofRefused` for a code that is
 * unknown, used or out of time, and `tooManyRequests` after six such from an address.
 */
export const enrolKiosk = defineOperation('session/enrolKiosk', async ({ code }, call) => {
  const { address, config, cookies, repository } = call
  await repository.tries.countCode(address)
  const enrolled = await repository.kiosks.enrol(code)
  if (!enrolled || !isLetIn(enrolled.kiosk.kioskId, config)) throw new RequestError('proofRefused')
  await repository.tries.forgiveCode(address)
  keepDevice(cookies, enrolled.credential)
  return { kiosk: await kioskOnWire(call, enrolled.kiosk) }
})
