import { defineFunction } from '../runtime/define-function'
import { account } from './account'
import { beginVerification } from './begin-verification'
import { bind } from './bind'
import { completeVerification } from './complete-verification'
import { enrolKiosk } from './enrol-kiosk'
import { kiosk } from './kiosk'
import { demoCitizens } from './list-demo-citizens'
import { refresh } from './refresh'
import { signIn } from './sign-in'
import { signOut } from './sign-out'
import { unbind } from './unbind'

/** Signing in, whose the account is, checking who acts, and which terminal a browser is. */
export const main = defineFunction('session', {
  demoCitizens, signIn, refresh, signOut, account, beginVerification, completeVerification, bind, unbind,
  enrolKiosk, kiosk,
})
