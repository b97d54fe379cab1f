import { defineFunction } from '../runtime/define-function'
import { later } from '../runtime/later'
import { account } from './account'
import { beginVerification } from './begin-verification'
import { bind } from './bind'
import { completeVerification } from './complete-verification'
import { demoCitizens } from './list-demo-citizens'
import { refresh } from './refresh'
import { signIn } from './sign-in'
import { signOut } from './sign-out'
import { unbind } from './unbind'

/** Signing in, whose the account is, and checking who acts. */
export const main = defineFunction('session', {
  demoCitizens, signIn, refresh, signOut, account, beginVerification, completeVerification, bind, unbind,
  enrolKiosk: later('session/enrolKiosk'), kiosk: later('session/kiosk'),
})
