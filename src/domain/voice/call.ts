import type { Instant } from '../time'
import { plain, type PlainPrompt, type Prompt } from './prompt'

export type Language = 'zh' | 'en'

export const errands = ['report', 'cancel', 'status'] as const
/** What a caller has come for. */
export type Errand = (typeof errands)[number]

/** A card whose password was right in this call, and when (ms). */
export interface ProvenCard {
  readonly cardKey: string
  readonly at: Instant
}

/** Where a call is. A card can only be acted on in a step that holds its proof. */
export type Step =
  | { readonly at: 'language' }
  | { readonly at: 'menu' }
  | { readonly at: 'cardNumber'; readonly errand: Errand }
  | { readonly at: 'password'; readonly errand: Errand; readonly cardNumber: string }
  | { readonly at: 'confirmReport'; readonly card: ProvenCard }
  | { readonly at: 'confirmCancel'; readonly card: ProvenCard }
  /** `offers`: what a 1 does from here. */
  | { readonly at: 'status'; readonly card: ProvenCard; readonly offers: 'report' | 'cancel' | null }
  /** `isLast`: nothing is left but the staffed line. */
  | { readonly at: 'done'; readonly isLast: boolean }
  | { readonly at: 'ended' }
  | { readonly at: 'transferred' }
export type At = Step['at']
export type StepAt<Where extends At> = Extract<Step, { at: Where }>

/** What the dialog wants to know or done before it goes on: at most one thing at a time. */
export type Effect =
  | { readonly kind: 'checkPassword'; readonly errand: Errand; readonly cardNumber: string; readonly password: string }
  | { readonly kind: 'status'; readonly errand: Errand; readonly card: ProvenCard }
  | { readonly kind: 'report'; readonly card: ProvenCard }
  | { readonly kind: 'cancel'; readonly card: ProvenCard }

/** All that is remembered of a call between two turns. */
export interface VoiceCall {
  readonly language: Language
  readonly step: Step
  /** What was asked last, and is said again to whoever stays silent. */
  readonly said: readonly Prompt[]
  /** Wrong entries, and silences, in a row. */
  readonly misses: number
  readonly silences: number
}

/** What the telephone does next: up to so many digits, within so many seconds. */
export type Expect =
  | { readonly kind: 'digits'; readonly atMost: number; readonly seconds: number }
  | { readonly kind: 'hangUp' }
  | { readonly kind: 'transfer' }

/** What the dialog says. While there is an effect, nothing is said yet: its outcome brings what is. */
export interface Output {
  readonly call: VoiceCall
  readonly say: readonly Prompt[]
  readonly effect: Effect | null
}

const key = { kind: 'digits', atMost: 1, seconds: 8 } as const

/** The same step always expects the same. */
export const expects: Readonly<Record<At, Expect>> = {
  language: key,
  menu: key,
  cardNumber: { kind: 'digits', atMost: 19, seconds: 40 },
  password: { kind: 'digits', atMost: 6, seconds: 20 },
  confirmReport: key,
  confirmCancel: key,
  status: key,
  done: key,
  ended: { kind: 'hangUp' },
  transferred: { kind: 'transfer' },
}

const prompts = (keys: readonly (PlainPrompt | Prompt)[]): Prompt[] => keys.map((one) => (typeof one === 'string' ? plain(one) : one))

/** Goes to a step and says so: what was wrong before it is forgotten. */
export const enter = (language: Language, step: Step, ...say: readonly (PlainPrompt | Prompt)[]): Output => {
  const said = prompts(say)
  return { call: { language, step, said, misses: 0, silences: 0 }, say: said, effect: null }
}

/** Asks for an effect; the call stays where it is until its outcome. */
export const ask = (call: VoiceCall, effect: Effect): Output => ({ call, say: [], effect })

/** The errand is over, well or not: back to the menu, the staffed line, or hang up. */
export const finish = (language: Language, ...say: readonly (PlainPrompt | Prompt)[]): Output =>
  enter(language, { at: 'done', isLast: false }, ...say, 'afterwards')

export const toCardNumber = (language: Language, errand: Errand, ...before: readonly PlainPrompt[]): Output =>
  enter(language, { at: 'cardNumber', errand }, ...before, 'enterCard', 'cardKeys')

export const hangUp = (language: Language, ...say: readonly PlainPrompt[]): Output => enter(language, { at: 'ended' }, ...say)

/** Wrong entries, or silences, in a row after which it does not go on. */
const enough = 3

/** Something wrong was entered: once more with the reason; at the third time in a row the staffed line is offered, and then it ends. */
export const miss = (call: VoiceCall, reason: PlainPrompt): Output => {
  const misses = call.misses + 1
  if (misses >= enough) return enter(call.language, { at: 'done', isLast: true }, reason, 'offerStaffed')
  return { call: { ...call, misses, silences: 0 }, say: [plain(reason), ...call.said], effect: null }
}

/** Nothing was entered: the same again, twice; then it ends. */
export const silence = (call: VoiceCall): Output => {
  const silences = call.silences + 1
  if (silences >= enough) return hangUp(call.language, 'goodbye')
  return { call: { ...call, silences }, say: call.said, effect: null }
}
