import { passwordDigits } from '../service-password'
import {
  ask, enter, finish, hangUp, miss, silence, toCardNumber, type At, type Errand, type Language, type Output, type Step, type StepAt, type VoiceCall,
} from './call'
import { entryOf } from './entry'
import type { PlainPrompt } from './prompt'

const errandKeys: Readonly<Partial<Record<string, Errand>>> = { 1: 'report', 2: 'cancel', 3: 'status' }
const languageKeys: Readonly<Partial<Record<string, Language>>> = { 1: 'zh', 2: 'en' }

const cardNumberForm = /^\d{16,19}$/
/** A number of a letter and eight digits, its letter left out since no key has it. */
const letterCardForm = /^\d{8}$/
const passwordForm = new RegExp(`^\\d{${passwordDigits}}$`)
const forgotten = '9'
const staffed = '0'

/** A call as it begins. */
export const beginCall = (): Output => enter('zh', { at: 'language' }, 'greeting', 'chooseLanguage')

const toLanguage = (language: Language): Output => enter(language, { at: 'language' }, 'chooseLanguage')
const toMenu = (language: Language): Output => enter(language, { at: 'menu' }, 'menu', 'menuKeys')

/** What came of an entry, or why it is none that was asked for. */
type Heard = Output | PlainPrompt

/** What an entry means in each step. */
const entered: { readonly [Where in At]: (call: VoiceCall, step: StepAt<Where>, digits: string) => Heard } = {
  language: (_call, _step, digits) => {
    const language = languageKeys[digits]
    return language ? toMenu(language) : 'notUnderstood'
  },
  menu: ({ language }, _step, digits) => {
    const errand = errandKeys[digits]
    return errand ? toCardNumber(language, errand) : 'notUnderstood'
  },
  cardNumber: ({ language }, { errand }, digits) => {
    if (letterCardForm.test(digits)) return 'letterCard'
    if (!cardNumberForm.test(digits)) return 'cardNumberWrong'
    return enter(language, { at: 'password', errand, cardNumber: digits }, 'enterPassword', 'passwordKeys')
  },
  password: (call, { errand, cardNumber }, digits) => {
    if (digits === forgotten) return finish(call.language, 'forgotten')
    return passwordForm.test(digits) ? ask(call, { kind: 'checkPassword', errand, cardNumber, password: digits }) : 'passwordForm'
  },
  confirmReport: (call, { card }, digits) => (digits === '1' ? ask(call, { kind: 'report', card }) : 'notUnderstood'),
  confirmCancel: (call, { card }, digits) => (digits === '1' ? ask(call, { kind: 'cancel', card }) : 'notUnderstood'),
  status: (call, { card, offers }, digits) =>
    digits === '1' && offers ? ask(call, { kind: 'status', errand: offers, card }) : 'notUnderstood',
  done: ({ language }, { isLast }) => (isLast ? hangUp(language, 'goodbye') : 'notUnderstood'),
  ended: ({ language }) => hangUp(language),
  transferred: ({ language }) => enter(language, { at: 'transferred' }),
}

/** The step's own function, told apart once here. */
const hearEntry = <Where extends At>(call: VoiceCall, step: StepAt<Where>, digits: string): Heard => {
  const { at }: Step = step
  return (entered[at as Where])(call, step, digits)
}

const back = (call: VoiceCall): Output => {
  const { language, step } = call
  switch (step.at) {
    case 'language':
    case 'menu': return toLanguage(language)
    case 'password': return toCardNumber(language, step.errand)
    default: return toMenu(language)
  }
}

const isOver = ({ at }: Step): boolean => at === 'ended' || at === 'transferred'

/** Nobody chose: the line speaks Chinese. After the last offer it ends; elsewhere the same is said again. */
const nothing = (call: VoiceCall): Output => {
  if (call.step.at === 'language') return toMenu('zh')
  return call.step.at === 'done' && call.step.isLast ? hangUp(call.language, 'goodbye') : silence(call)
}

/**
 * One step of a call: what was typed since the last one (0–9, `*`, `#`; empty when nothing was). `0` is the staffed line in every step,
 * `*` goes back one.
 */
export const hear = (call: VoiceCall, typed: string): Output => {
  const { language, step } = call
  if (isOver(step)) return step.at === 'ended' ? hangUp(language) : enter(language, step)
  const entry = entryOf(typed)
  if (entry.kind === 'silence') return nothing(call)
  const isLast = step.at === 'done' && step.isLast
  if (entry.kind === 'back') return isLast ? hangUp(language, 'goodbye') : back(call)
  if (entry.digits === staffed) return enter(language, { at: 'transferred' }, 'transferring')
  const heard = hearEntry(call, step, entry.digits)
  return typeof heard === 'string' ? miss(call, heard) : heard
}

/** A call that nobody went on with for too long: it has ended, and nothing is left open. */
export const idleCall = (language: Language): Output => hangUp(language, 'idle')
