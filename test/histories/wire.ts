import type { OperationName } from '@/contract'
import { toIso } from '@/domain/time'
import { papers } from '@/domain/words'
import { signed } from '../support/record/partner'
import { isChange, type Ask, type Reading } from './model/call'
import { goodPassword, outlet } from './model/rules'
import type { Asker, Fresh } from './people'
import type { Wire } from './send'
import type { Stage } from './stage'

const staff = { id: 'staff-1', outlet }

/** Who stands there, and by what a partner knows it. */
const standing = ({ actor: { channel } }: Asker) => ({
  applicant: { role: 'cardholder' },
  evidence: channel === 'tianfu' || channel === 'phone'
    ? { kind: 'onlineCheck', method: 'face', reference: 'ref-1', at: toIso(Date.now()) }
    : { kind: 'papers', seen: papers },
})

const newCard = ({ newNumber }: Fresh) => ({ newCardNumber: newNumber, newIssuedOn: '2026-01-01' })

/** What a request says besides the card and the key. */
const said = (fresh: Fresh, asker: Asker, ask: Ask): object => {
  switch (ask.op) {
    case 'card/reportLoss': case 'card/releaseLoss': return { verificationId: ask.check }
    case 'card/setServicePassword': case 'reissue/activate': return { verificationId: ask.check, password: goodPassword }
    case 'card/bankTold': return { told: ask.told }
    case 'card/dispute': return { about: ask.about }
    case 'reissue/apply': return { verificationId: ask.check, reason: ask.reason, way: ask.way }
    case 'reissue/cancel': return { orderId: ask.orderId }
    case 'channel/reportLoss': return { ...standing(asker), ...(ask.kind && { kind: ask.kind }) }
    case 'channel/releaseLoss': case 'channel/activate': return standing(asker)
    case 'channel/acceptReissue': return { ...(ask.isThere && standing(asker)), kind: ask.kind }
    case 'channel/bankReported': return ask.kind ? { kind: ask.kind } : {}
    case 'channel/closeDispute': return { ...standing(asker), disputeId: ask.disputeId, outcome: ask.outcome }
    case 'channel/rejectReissue': return { orderId: ask.orderId, rejectedFor: ask.rejectedFor }
    case 'channel/moveOrder': return { orderId: ask.orderId, move: ask.move, ...(ask.move === 'makeReady' && newCard(fresh)) }
    case 'channel/collect': return { ...standing(asker), orderId: ask.orderId }
    default: return {}
  }
}

const ofCitizen = (fresh: Fresh, asker: Asker, ask: Ask): object => {
  if (ask.op === 'session/beginVerification') return { subject: { purpose: ask.purpose, cardId: fresh.cardId } }
  if (ask.op === 'card/list') return {}
  return { cardId: fresh.cardId, ...said(fresh, asker, ask), ...(isChange(ask) && { idempotencyKey: ask.key }) }
}

const ofPartner = (fresh: Fresh, asker: Asker, ask: Ask): object => {
  const card = { cardId: fresh.cardId }
  if (ask.op === 'channel/cardStatus') return { find: card, staff }
  return { card, staff, ...said(fresh, asker, ask), ...(isChange(ask) && { idempotencyKey: ask.key }) }
}

/** What goes over the wire: all but the record, which is read where it is kept. */
export type Sent = Exclude<Ask, { readonly op: Reading }> | { readonly op: Exclude<Reading, 'record'> }

/** A request as it goes over the wire; the same again has the same words, and a partner's its own signature. */
export const requestOf = (fresh: Fresh, asker: Asker, ask: Sent): Pick<Wire, 'name' | 'body'> =>
  ({ name: ask.op, body: JSON.stringify((asker.partner ? ofPartner : ofCitizen)(fresh, asker, ask)) })

export const headersOf = ({ partners }: Stage, { partner, token = '' }: Asker, name: OperationName, body: string): Wire['headers'] =>
  (partner ? signed(partners[partner], name, body) : { authorization: `Bearer ${token}` })
