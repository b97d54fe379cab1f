import { defineFunction } from '../runtime/define-function'
import { me } from './me'
import { signIn } from './sign-in'
import { signOut } from './sign-out'

/** Staff at a counter's page: who they are, and for how long. */
export const main = defineFunction('counter', { signIn, signOut, me })
