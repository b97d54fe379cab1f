import { defineFunction } from '../runtime/define-function'
import { beginVerification } from './begin-verification'
import { completeVerification } from './complete-verification'
import { demoCitizens } from './list-demo-citizens'
import { signIn } from './sign-in'

/** Signing in, and checking who acts. */
export const main = defineFunction('session', { demoCitizens, signIn, beginVerification, completeVerification })
