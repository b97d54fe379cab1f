import * as v from 'valibot'
import { operation } from './operation'
import { cityRules } from './policy'
import { bank, city } from './shapes'

export const outletsOperations = {
  'outlets/banks': operation('outlets', 'anyone', v.strictObject({ city }), v.object({ banks: v.array(bank) })),
  'outlets/policy': operation('outlets', 'anyone', v.strictObject({ city }), cityRules),
} as const
