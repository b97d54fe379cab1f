import * as v from 'valibot'
import { grantPurposes } from '@/domain/words'
import { operation } from './operation'
import { cardId, citizenName, idempotencyKey, idNumber, instant, rowId as id, verificationId } from './shapes'

const day = v.pipe(v.string(), v.isoDate())

/** A child in the caller's care. `endsOn`: the day of coming of the handling age, from which on nothing of the child's is shown. */
const child = v.object({
  childId: id,
  maskedName: v.string(),
  cards: v.array(cardId),
  consent: v.picklist(['notNeeded', 'needed', 'given']),
  endsOn: day,
  ended: v.boolean(),
})
export type ChildOnWire = v.InferOutput<typeof child>

/** That one person may do one thing to one card of another's until a day's end; `maskedName` is the other side's. */
const grant = v.object({
  grantId: id,
  cardId,
  maskedName: v.string(),
  maskedNumber: v.string(),
  purpose: v.picklist(grantPurposes),
  grantedAt: instant,
  until: instant,
})
export type GrantOnWire = v.InferOutput<typeof grant>

/** Children, proxies and those one acts for. Only the pages about them carry it. */
export const familyOperations = {
  'person/family': operation(
    'person',
    'citizen',
    v.strictObject({}),
    v.object({ children: v.array(child), actingFor: v.array(grant), proxies: v.array(grant), atMost: v.number() }),
  ),
  'person/consent': operation('person', 'citizen', v.strictObject({ childId: id, agreed: v.boolean(), notice: day }), v.object({ child })),
  'person/grantProxy': operation(
    'person',
    'citizen',
    v.strictObject({
      cardId,
      purpose: v.picklist(grantPurposes),
      proxy: v.strictObject({ name: citizenName, idNumber }),
      /** The last civil day it holds. */
      lastDay: day,
      verificationId,
      idempotencyKey,
    }),
    v.object({ grant }),
  ),
  'person/revokeProxy': operation('person', 'citizen', v.strictObject({ cardId, grantId: id }), v.object({ already: v.boolean() })),
} as const
export type FamilyOperationName = keyof typeof familyOperations
