import type { Decision } from '@/domain/decision'
import { dueLapses } from '@/domain/lapse'
import { mayNotAct } from '@/domain/who'
import type { CardFunction } from '@/domain/words'
import { answerTo } from './answers'
import { isChange, type Actor, type Ask, type Call, type Change, type Place, type Reading } from './call'
import { deedOf } from './purpose'
import { decide } from './rules'
import { shown } from './shown'
import { withEvents, type Kept, type ShownReport, type State } from './state'

/** What the card answers at an instant, and how it stands then. */
export interface Stepped {
  readonly state: State
  readonly expected: { readonly data: unknown } | { readonly code: string; readonly where?: readonly string[] | undefined }
}

const refused = (state: State, code: string, where?: readonly string[]): Stepped => ({ state, expected: where ? { code, where } : { code } })

/** The actor as they are by now: whoever made too many false reports makes none for a time. */
const actorNow = (actor: Actor, { policy }: Place, { falseReports }: State): Actor =>
  actor.partner ? actor : { ...actor, who: { ...actor.who, barred: (falseReports[actor.name] ?? 0) >= policy.limits.falseReports.value } }

const read = (op: Reading, { place, state, actor, now }: Context): Stepped => {
  const deed = op === 'card/history' ? 'history' : 'see'
  const refusal = actor.partner ? null : mayNotAct(actor.who, deed, actor.channel, place.policy)
  if (refusal) return op === 'card/list' ? { state, expected: { data: { card: undefined } } } : refused(state, refusal)
  return { state, expected: { data: shown(op, state, { place, actor, card: state.card, now }) } }
}

interface Context {
  readonly place: Place
  readonly state: State
  readonly actor: Actor
  readonly now: number
  readonly name: string
}

/** Why an identity check does not count for this, now. */
const uncounted = ({ place, state, actor }: Context, id: string, deed: ReturnType<typeof deedOf>): string | null => {
  const check = place.checks[id]
  if (check?.by !== actor.name || check.purpose !== deed || !check.passed) return 'verificationRefused'
  return state.used.includes(id) ? 'verificationUsed' : null
}

/** Why it is not even looked at, in the order in which it is asked. */
const unadmitted = (context: Context, ask: Change): string | null => {
  const { place, actor } = context
  const { partner } = actor
  if (partner && partner.bank !== null && partner.bank !== place.issuingBank && ask.op !== 'channel/acceptReissue') return 'notThisBank'
  const deed = deedOf(ask)
  const refusal = deed && mayNotAct(actor.who, deed, actor.channel, place.policy)
  return refusal || !('check' in ask) ? refusal : uncounted(context, ask.check, deed)
}

const concerns = (op: Change['op']): CardFunction => (op === 'channel/bankReported' || op === 'channel/bankReleased' ? 'financial' : 'socialSecurity')

const reportAfter = ({ card, ended }: State, of: CardFunction): ShownReport | null => {
  const { report } = card.functions[of]
  return report ? { function: of, report, ended: null } : (ended[of] ?? null)
}

/** By which account a report is made; a partner's has none. */
const accountOf = ({ name, partner }: Actor) => (partner ? null : name)

/** Where an answer is kept: by whom, for what, under which key. */
export const placeOf = ({ name }: Actor, { op, key }: Change): string => `${name} ${op} ${key}`
const contentOf = ({ key: _key, ...said }: Change): string => JSON.stringify(said)

const done = (context: Context, ask: Change, decision: Exclude<Decision, { outcome: 'refused' }>): Stepped => {
  const { place, state, actor, now } = context
  const already = decision.outcome === 'already'
  const after = withEvents(state, already ? dueLapses(state.card, now) : decision.events, accountOf(actor))
  const kept: Kept = { content: contentOf(ask), already, card: after.card, report: reportAfter(after, concerns(ask.op)), now }
  const hasNumber = ask.op === 'channel/moveOrder' && ask.move === 'makeReady'
  return {
    state: {
      ...after,
      numberKnown: after.numberKnown || hasNumber,
      ...(place.again.has(placeOf(actor, ask)) && { kept: { ...after.kept, [placeOf(actor, ask)]: kept } }),
      ...('check' in ask && place.again.has(ask.check) && { used: [...after.used, ask.check] }),
    },
    expected: { data: answerTo(ask, context, kept) },
  }
}

const change = (context: Context, ask: Change): Stepped => {
  const { state, actor } = context
  const kept = state.kept[placeOf(actor, ask)]
  if (kept) return kept.content === contentOf(ask) ? { state, expected: { data: answerTo(ask, context, kept) } } : refused(state, 'idempotencyKeyReused')
  const code = unadmitted(context, ask)
  if (code) return refused(state, code)
  const decision = decide(context, ask)
  return decision.outcome === 'refused' ? refused(state, decision.refusal.code, decision.refusal.where) : done(context, ask, decision)
}

const begins = (context: Context, { purpose }: Extract<Ask, { op: 'session/beginVerification' }>): Stepped => {
  const { state, actor, place } = context
  const refusal = mayNotAct(actor.who, purpose, actor.channel, place.policy)
  return refusal ? refused(state, refusal) : { state, expected: { data: {} } }
}

/** One call of a card, decided at an instant (ms), by the domain alone. */
export const step = (place: Place, state: State, { id, actor, ask }: Pick<Call, 'id' | 'actor' | 'ask'>, now: number): Stepped => {
  const context: Context = { place, state, actor: actorNow(actor, place, state), now, name: `${id} ` }
  if (ask.op === 'session/beginVerification') return begins(context, ask)
  return isChange(ask) ? change(context, ask) : read(ask.op, context)
}
