import { defineFunction } from '../runtime/define-function'
import { banks } from './banks'
import { districts } from './districts'
import { forCard } from './for-card'
import { get } from './get'
import { policy } from './policy'
import { search } from './search'

/** What differs from city to city: its banks, its rules and its outlets. */
export const main = defineFunction('outlets', { banks, policy, search, get, districts, forCard })
