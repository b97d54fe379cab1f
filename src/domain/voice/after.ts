import { isCardRefusal, type CardRefusal } from '../decision'
import type { Instant } from '../time'
import type { Channel } from '../words'
import { ask, enter, finish, miss, toCardNumber, type Errand, type Language, type Output, type ProvenCard, type VoiceCall } from './call'
import type { Prompt } from './prompt'
import type { NotHere, Standing } from './standing'

/** An unknown card, one without a password and a wrong password are one and the same. `formalIn`: where else a loss is reported meanwhile. */
export type PasswordOutcome =
  | { readonly kind: 'right'; readonly card: ProvenCard }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'locked'; readonly until: Instant; readonly formalIn: readonly Channel[] }

/** What came of a change; `proofOld` where the password was heard too long ago. */
export type ChangeOutcome =
  | { readonly kind: 'done' | 'already'; readonly standing: Standing; /** The receipt's last characters. */ readonly tail: string }
  | { readonly kind: 'refused'; readonly code: CardRefusal; readonly where: readonly Channel[] }
  | { readonly kind: 'proofOld' }

/** What came of an effect, with what the effect was about. */
export type Outcome =
  | { readonly kind: 'checkPassword'; readonly errand: Errand; readonly came: PasswordOutcome }
  | { readonly kind: 'status'; readonly errand: Errand; readonly card: ProvenCard; readonly came: Standing }
  | { readonly kind: 'report' | 'cancel'; readonly came: ChangeOutcome }

const standing = ({ state, until }: Standing): Prompt => ({ key: 'standing', state, until })
const releasedIn = ({ releasedIn: where }: Standing): Prompt[] => (where.length > 0 ? [{ key: 'releasedIn', where }] : [])
const bankApart = ({ bank, hotline }: Standing): Prompt => ({ key: 'bankApart', bank, hotline })
const formalIn = (where: readonly Channel[]): Prompt[] => (where.length > 0 ? [{ key: 'formalIn', where }] : [])
const elsewhere = (where: readonly Channel[]): Prompt[] => (where.length > 0 ? [{ key: 'elsewhere', where }] : [])

const refused = (language: Language, code: CardRefusal, where: readonly Channel[]): Output =>
  finish(language, { key: 'refused', code }, ...elsewhere(where))

/** What is so already is said as it is, and where it can be undone. */
const already = (language: Language, found: Standing): Output => finish(language, standing(found), ...releasedIn(found))

const notHere = (language: Language, { code, where }: NotHere, found: Standing): Output => {
  if (isCardRefusal(code)) return refused(language, code, where)
  return code === 'alreadyReported' ? already(language, found) : finish(language, 'nothingReported', standing(found))
}

const offer = (found: Standing): 'report' | 'cancel' | null => {
  if (!found.notCancelled) return 'cancel'
  return found.notReported ? null : 'report'
}
const offers = { report: 'reportHere', cancel: 'cancelHere' } as const

const sayStatus = (language: Language, card: ProvenCard, found: Standing): Output => {
  const offered = offer(found)
  const bank = found.bankToTell ? [bankApart(found)] : []
  return enter(language, { at: 'status', card, offers: offered },
    standing(found), ...releasedIn(found), ...bank, ...(offered ? [offers[offered]] : []), 'afterwards')
}

const sayFound: Readonly<Record<Errand, (language: Language, card: ProvenCard, found: Standing) => Output>> = {
  status: sayStatus,
  report: (language, card, found) => found.notReported
    ? notHere(language, found.notReported, found)
    : enter(language, { at: 'confirmReport', card }, { key: 'reportDoes', days: found.days }, bankApart(found), 'confirmReport'),
  cancel: (language, card, found) => found.notCancelled
    ? notHere(language, found.notCancelled, found)
    : enter(language, { at: 'confirmCancel', card }, 'cancelDoes', 'confirmCancel'),
}

const afterPassword = (call: VoiceCall, errand: Errand, came: PasswordOutcome): Output => {
  if (came.kind === 'right') return ask(call, { kind: 'status', errand, card: came.card })
  if (came.kind === 'wrong') return miss(call, 'wrongPassword')
  return finish(call.language, { key: 'locked', until: came.until }, ...formalIn(came.formalIn))
}

const reported = (language: Language, found: Standing, tail: string): Output => {
  const bank = found.bankToTell ? [bankApart(found)] : []
  return finish(language, 'reported', standing(found), { key: 'receipt', tail }, 'howToCancel', ...formalIn(found.formalIn), ...bank)
}

const afterChange = ({ language }: VoiceCall, kind: 'report' | 'cancel', came: ChangeOutcome): Output => {
  if (came.kind === 'proofOld') return toCardNumber(language, kind, 'proofOld')
  if (came.kind === 'refused') return refused(language, came.code, came.where)
  const { standing: found, tail } = came
  if (kind === 'report') return came.kind === 'done' ? reported(language, found, tail) : already(language, found)
  return finish(language, came.kind === 'done' ? 'cancelled' : 'nothingReported', standing(found))
}

/** Goes on with what an effect has brought, perhaps with another one. */
export const after = (call: VoiceCall, outcome: Outcome): Output => {
  switch (outcome.kind) {
    case 'checkPassword': return afterPassword(call, outcome.errand, outcome.came)
    case 'status': return sayFound[outcome.errand](call.language, outcome.card, outcome.came)
    default: return afterChange(call, outcome.kind, outcome.came)
  }
}
