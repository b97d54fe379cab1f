import { defineFunction } from '../runtime/define-function'
import { banks } from './banks'
import { policy } from './policy'

/** What differs from city to city: its banks and its rules. */
export const main = defineFunction('outlets', { banks, policy })
