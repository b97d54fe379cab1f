import { decideBankTold } from '@/domain/bank-told'
import { refuse, type Decision } from '@/domain/decision'
import { decideCloseDispute, decideDispute } from '@/domain/dispute'
import { decideAcceptInPerson, decideActivate, decideApplyReissue, decideMove } from '@/domain/reissue'
import { decideActivateWithPassword } from '@/domain/reissue/first-password'
import { decideRelease } from '@/domain/release'
import { decideReportLoss } from '@/domain/report-loss'
import { decideSetPassword } from '@/domain/service-password'
import type { Actor, ByCitizen, ByPartner, Change, Place } from './call'
import { authorOf } from './purpose'
import type { State } from './state'

/** A password that the rules let be set. */
export const goodPassword = '402591'
/** Where partners' staff stand. */
export const outlet = 'chengdu.wuhou-agency'

interface Asked {
  readonly place: Place
  readonly state: State
  readonly actor: Actor
  readonly now: number
  /** What new things are called: nobody has been told yet, so that each stands for whatever it is found to be. */
  readonly name: string
}

const accept = ({ place: { policy, issuingBank }, state: { card }, actor, now, name }: Asked, ask: Extract<ByPartner, { op: 'channel/acceptReissue' }>): Decision => {
  const bank = actor.partner?.bank ?? null
  if (bank !== null && bank !== issuingBank && card.order?.bank !== bank) return refuse('notThisBank')
  return decideAcceptInPerson(card, {
    id: `?${name}order`, kind: ask.kind, way: actor.channel === 'bank' ? 'instant' : 'serviceOutlet', bank: bank ?? issuingBank, channel: actor.channel, by: authorOf(actor, ask),
    issuingBank, who: actor.who, withinYear: 0, isThere: ask.isThere, hasAddress: false, outlet, reportIds: idsOf(name),
  }, policy, now)
}

const idsOf = (name: string) => ({ socialSecurity: `?${name}report`, financial: `?${name}bank` })
const first = { password: goodPassword, numbers: [] }

/** What citizens ask for. */
const byCitizen = (asked: Asked, ask: ByCitizen): Decision => {
  const { place: { policy, issuingBank }, state: { card }, actor: { channel, who }, now, name } = asked
  const by = authorOf(asked.actor, ask)
  switch (ask.op) {
    case 'card/reportLoss': return decideReportLoss(card, { channel, by, ids: idsOf(name) }, policy, now)
    case 'card/releaseLoss': return decideRelease(card, { channel, by }, policy, now)
    case 'card/bankTold': return decideBankTold(card, { told: ask.told, channel, by }, now)
    case 'card/dispute': return decideDispute(card, { id: `?${name}dispute`, about: ask.about, channel, by }, now)
    case 'card/setServicePassword': return decideSetPassword(card, { ...first, channel, by }, now)
    case 'reissue/apply': return decideApplyReissue(card, {
      id: `?${name}order`, reason: ask.reason, way: ask.way, channel, by, who, issuingBank, withinYear: 0, hasAddress: false, hasPhoto: false, reportIds: idsOf(name),
    }, policy, now)
    case 'reissue/cancel': return decideMove(card, { orderId: ask.orderId, move: 'cancel', channel, by }, now)
    case 'reissue/activate': return decideActivateWithPassword(card, { channel, by }, first, policy, now)
  }
}

/** What partners ask for. */
const byPartner = (asked: Asked, ask: ByPartner): Decision => {
  const { place: { policy }, state: { card, numberKnown }, actor: { channel }, now, name } = asked
  const by = authorOf(asked.actor, ask)
  const said = { channel, by, outlet, ids: idsOf(name) }
  switch (ask.op) {
    case 'channel/reportLoss': return decideReportLoss(card, { ...said, function: 'socialSecurity', ...(ask.kind && { kind: ask.kind }) }, policy, now)
    case 'channel/releaseLoss': return decideRelease(card, { ...said, function: 'socialSecurity' }, policy, now)
    case 'channel/acceptReissue': return accept(asked, ask)
    case 'channel/rejectReissue': return decideMove(card, { orderId: ask.orderId, move: 'reject', rejectedFor: ask.rejectedFor, channel, by }, now)
    case 'channel/moveOrder': return decideMove(card, { orderId: ask.orderId, move: ask.move, channel, by }, now)
    case 'channel/collect': return decideMove(card, { orderId: ask.orderId, move: 'collect', channel, by, hasNewCard: numberKnown }, now)
    case 'channel/activate': return decideActivate(card, { function: 'socialSecurity', channel, by }, policy, now)
    case 'channel/bankActivated': return decideActivate(card, { function: 'financial', channel, by }, policy, now)
    case 'channel/bankReported': return decideReportLoss(card, { ...said, function: 'financial', ...(ask.kind && { kind: ask.kind }) }, policy, now)
    case 'channel/bankReleased': return decideRelease(card, { channel, by, function: 'financial' }, policy, now)
    case 'channel/closeDispute': return decideCloseDispute(card, { disputeId: ask.disputeId, outcome: ask.outcome, channel, by }, now)
  }
}

const isOfPartner = (ask: Change): ask is ByPartner => ask.op.startsWith('channel/')

/** What the rules say to a change: the domain's own deciders, and nothing else. */
export const decide = (asked: Asked, ask: Change): Decision => (isOfPartner(ask) ? byPartner(asked, ask) : byCitizen(asked, ask))
