import { kioskCookie } from '../runtime/cookies'
import { defineOperation } from '../runtime/define-operation'
import { keepDevice, kioskOf, kioskOnWire } from './kiosk-of'

/** Which terminal this browser is. The cookie of one that was revoked is taken away, any other is kept on. */
export const kiosk = defineOperation('session/kiosk', async (_request, call) => {
  const credential = call.cookies.get(kioskCookie)
  if (!credential) return {}
  const found = await kioskOf(call)
  if (!found) {
    call.cookies.set(kioskCookie, '', 0)
    return {}
  }
  keepDevice(call.cookies, credential)
  return { kiosk: await kioskOnWire(call, found) }
})
