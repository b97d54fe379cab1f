import { defineFunction } from '../runtime/define-function'
import { later } from '../runtime/later'

/** Staff at a counter's page: who they are, and for how long. */
export const main = defineFunction('counter', {
  signIn: later('counter/signIn'),
  signOut: later('counter/signOut'),
  me: later('counter/me'),
})
