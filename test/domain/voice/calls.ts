import type { BilingualName } from '@/domain/words'
import { after, beginCall, hear, type ChangeOutcome, type Outcome, type Output, type Prompt, type Standing, type Step, type VoiceCall } from '@/domain/voice'

export const cardNumber = '990100000000000001'
export const password = '402591'
export const card = { cardKey: 'card-1', at: 1 }
const icbc: BilingualName = { zh: '中国工商银行', en: 'ICBC' }

/** A card that works, and can be reported lost by telephone. */
export const standing = (over: Partial<Standing> = {}): Standing => ({
  state: 'inUse', until: null, releasedIn: [], notReported: null, notCancelled: { code: 'nothingToRelease', where: [] }, days: 7,
  formalIn: ['wechat', 'counter'], bank: icbc, hotline: '95588', bankToTell: false, ...over,
})
/** The same card once it was reported by telephone. */
export const lost = (over: Partial<Standing> = {}): Standing => standing({
  state: 'temporarilyLost', until: 99, releasedIn: ['phone', 'counter'], notReported: { code: 'alreadyReported', where: [] }, notCancelled: null, bankToTell: true, ...over,
})

const already = { key: 'menu' } as const
/** A call in a step, with one thing said before. */
export const callAt = (step: Step, over: Partial<VoiceCall> = {}): VoiceCall =>
  ({ language: 'zh', step, said: [already], misses: 0, silences: 0, ...over })

export const steps: { readonly [At in Step['at']]: Extract<Step, { at: At }> } = {
  language: { at: 'language' },
  menu: { at: 'menu' },
  cardNumber: { at: 'cardNumber', errand: 'report' },
  password: { at: 'password', errand: 'report', cardNumber },
  confirmReport: { at: 'confirmReport', card },
  confirmCancel: { at: 'confirmCancel', card },
  status: { at: 'status', card, offers: 'report' },
  done: { at: 'done', isLast: false },
  ended: { at: 'ended' },
  transferred: { at: 'transferred' },
}

export const keysOf = (say: readonly Prompt[]): string[] => say.map(({ key }) => key)

/** What an output comes to in short: where, what is said, and what is wanted. */
export const brief = ({ call: { step }, say, effect }: Output): [at: string, say: string, effect: string | null] =>
  [step.at, keysOf(say).join(' '), effect && effect.kind]

/** A line to whose effects the same always comes. */
export interface World {
  readonly isRight: boolean
  readonly standing: Standing
  readonly changed: ChangeOutcome
}

/** One turn, with every effect it comes to. */
export const turn = (call: VoiceCall, typed: string, world: World): { readonly output: Output; readonly effects: readonly NonNullable<Output['effect']>[] } => {
  let output = hear(call, typed)
  const effects: NonNullable<Output['effect']>[] = []
  while (output.effect) {
    const { effect } = output
    effects.push(effect)
    output = after(output.call, outcomeOf(effect, world))
  }
  return { output, effects }
}

const outcomeOf = (effect: NonNullable<Output['effect']>, world: World): Outcome => {
  switch (effect.kind) {
    case 'checkPassword': return { kind: effect.kind, errand: effect.errand, came: world.isRight && effect.password === password ? { kind: 'right', card } : { kind: 'wrong' } }
    case 'status': return { ...effect, came: world.standing }
    default: return { kind: effect.kind, came: world.changed }
  }
}

export const greeted = (): VoiceCall => beginCall().call
