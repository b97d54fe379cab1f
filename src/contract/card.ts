import * as v from 'valibot'
import { disputable } from '@/domain/words'
import { operation } from './operation'
import { bank, card, cardId, cursor, dispute, historyEvent, idempotencyKey, report, servicePassword, verificationId } from './shapes'

const verified = v.strictObject({ cardId, verificationId, idempotencyKey })
const reported = v.object({ report, card, already: v.boolean() })
/** A card that was never reported is released already, and has no report to show. */
const released = v.object({ report: v.optional(report), card, already: v.boolean() })

export const cardOperations = {
  'card/list': operation('card', 'citizen', v.strictObject({}), v.object({ cards: v.array(card) })),
  'card/get': operation(
    'card',
    'citizen',
    v.strictObject({ cardId }),
    v.object({ card, report: v.optional(report), bank: v.object({ ...bank.entries, told: v.boolean() }), dispute: v.optional(dispute) }),
  ),
  'card/reportLoss': operation('card', 'citizen', verified, reported),
  'card/releaseLoss': operation('card', 'citizen', verified, released),
  'card/bankTold': operation('card', 'citizen', v.strictObject({ cardId, told: v.boolean(), idempotencyKey }), v.object({ card })),
  /** “It wasn't me.” */
  'card/dispute': operation(
    'card',
    'citizen',
    v.strictObject({ cardId, about: v.picklist(disputable), idempotencyKey }),
    v.object({ card, dispute, already: v.boolean() }),
  ),
  /** Sets the password that the voice line asks for. */
  'card/setServicePassword': operation('card', 'citizen', v.strictObject({ ...verified.entries, password: servicePassword }), v.object({ card })),
  'card/history': operation(
    'card',
    'citizen',
    v.strictObject({ cardId, cursor: v.optional(cursor) }),
    v.object({ events: v.array(historyEvent), cursor: v.optional(cursor) }),
  ),
} as const
