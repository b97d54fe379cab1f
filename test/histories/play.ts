import { createHash } from 'node:crypto'
import type { Change, Reading } from './model/call'
import { deedOf, type CardPurpose } from './model/purpose'
import type { Asker, Fresh } from './people'
import { planOf, type Intent } from './plan'
import { Recorder } from './recorder'
import type { Stage } from './stage'

/** So many things are under way with one card at a time. */
const hands = 5

type Without<One, Key extends string> = One extends unknown ? Omit<One, Key> : never
type Wanted = Without<Change, 'key' | 'check'> | { readonly op: Exclude<Reading, 'record'> }

const wanted = (intent: Intent, { orderId, disputeId }: Recorder): Wanted => {
  const { op, told, about, reason, reportKind, reissueKind, isThere, outcome, rejectedFor, move } = intent
  switch (op) {
    case 'card/bankTold': return { op, told }
    case 'card/dispute': return { op, about }
    case 'reissue/apply': return { op, reason, way: 'serviceOutlet' }
    case 'reissue/cancel': case 'channel/collect': return { op, orderId }
    case 'channel/reportLoss': case 'channel/bankReported': return { op, ...(reportKind && { kind: reportKind }) }
    case 'channel/acceptReissue': return { op, kind: reissueKind, isThere }
    case 'channel/closeDispute': return disputeId === undefined ? { op: 'channel/cardStatus' } : { op, disputeId, outcome }
    case 'channel/rejectReissue': return { op, orderId, rejectedFor }
    case 'channel/moveOrder': return { op, orderId, move }
    default: return { op }
  }
}

/** Partners that are asked for something, by what it is; whoever reads sees cards of their own alone. */
const doors: Readonly<Partial<Record<Intent['op'], readonly Asker['partner'][]>>> = {
  'channel/reportLoss': ['counter', 'tianfu', 'phone', 'phone', 'terminal'],
  'channel/releaseLoss': ['counter', 'tianfu', 'phone', 'terminal'],
  'channel/moveOrder': ['counter', 'bureau'],
  'channel/history': ['counter', 'terminal'],
  'channel/activate': ['counter', 'terminal'],
}

const isOfBank = (op: Intent['op']): boolean => op === 'channel/bankReported' || op === 'channel/bankReleased' || op === 'channel/bankActivated'

const partnerFor = (fresh: Fresh, { op, nth }: Intent): Asker | undefined => {
  const named = (name: string | undefined) => fresh.partners.find(({ partner }) => partner === name)
  const own = named(fresh.issuingBank)
  // now and then a bank speaks of another's card
  if (isOfBank(op)) return nth % 10 === 0 ? fresh.partners.filter(({ actor }) => actor.channel === 'bank')[nth % 2] : own
  const names = doors[op] ?? ['counter']
  return (op === 'channel/acceptReissue' || op === 'channel/cardStatus') && nth % 3 === 0 ? own : named(names[nth % names.length])
}

const askerFor = (fresh: Fresh, intent: Intent): Asker | undefined =>
  intent.op.startsWith('channel/') ? partnerFor(fresh, intent) : fresh.citizens[intent.nth % fresh.citizens.length]

const needsCheck = (op: Wanted['op']): boolean =>
  op === 'card/reportLoss' || op === 'card/releaseLoss' || op === 'card/setServicePassword' || op === 'reissue/apply' || op === 'reissue/activate'

/** An identity check from beginning to end; undefined where it may not begin, or what came of it is not known. */
const checkFor = async (recorder: Recorder, asker: Asker, purpose: CardPurpose, passes: boolean): Promise<string | undefined> => {
  const { answer } = await recorder.call(asker, { op: 'session/beginVerification', purpose })
  const check = answer && 'data' in answer ? (answer.data as { verificationId?: string }).verificationId : undefined
  if (check === undefined) return undefined
  const passed = await recorder.complete(asker, check, passes)
  if (passed === undefined) return undefined
  recorder.checks[check] = { by: asker.actor.name, purpose, passed }
  return check
}

const keyOf = (seed: number, nth: number, which = ''): string => `key-${createHash('md5').update(`${seed} ${nth}`).digest('hex').slice(0, 12)}${which}`

type Way = (recorder: Recorder, asker: Asker, change: Change, intent: Intent) => Promise<unknown>

const twice = (recorder: Recorder, asker: Asker, one: Change, other: Change, body?: string): Promise<unknown> =>
  Promise.all([recorder.call(asker, one, body === undefined ? {} : { body }), recorder.call(asker, other, body === undefined ? {} : { body })])

const goes: Readonly<Record<Intent['way'], Way>> = {
  once: (recorder, asker, change) => recorder.call(asker, change),
  cut: (recorder, asker, change, { cutAfter }) => recorder.call(asker, change, { cutAfter }),
  cutAndAgain: async (recorder, asker, change, { cutAfter }) => {
    const body = recorder.bodyOf(asker, change)
    const first = await recorder.call(asker, change, { body, cutAfter })
    if (first.answer === null) await recorder.call(asker, change, { body })
  },
  twice: (recorder, asker, change) => twice(recorder, asker, change, change, recorder.bodyOf(asker, change)),
  again: async (recorder, asker, change) => {
    const body = recorder.bodyOf(asker, change)
    await recorder.call(asker, change, { body })
    await recorder.call(asker, change, { body })
  },
  rival: (recorder, asker, change) => twice(recorder, asker, change, { ...change, key: `${change.key}-rival` }),
  keyReused: async (recorder, asker, change) => {
    await recorder.call(asker, change)
    if (change.op === 'card/bankTold') await recorder.call(asker, { ...change, told: !change.told })
  },
}

const doOne = async (recorder: Recorder, intent: Intent, key: string): Promise<void> => {
  const asker = askerFor(recorder.fresh, intent)
  if (!asker) return
  const want = wanted(intent, recorder)
  if (isReading(want)) return void (await recorder.call(asker, want, intent.way === 'cut' ? { cutAfter: intent.cutAfter } : {}))
  const change = { ...want, key } as Change
  if (!needsCheck(want.op)) return void (await goes[intent.way](recorder, asker, change, intent))
  const check = await checkFor(recorder, asker, deedOf(change) as CardPurpose, intent.passes)
  if (check !== undefined) await goes[intent.way](recorder, asker, { ...change, check } as Change, intent)
}

const readings = ['card/get', 'card/list', 'card/history', 'reissue/order', 'channel/cardStatus', 'channel/history'] as const
const isReading = (want: Wanted): want is { readonly op: Exclude<Reading, 'record'> } => readings.some((op) => op === want.op)

/** Has everybody at a card at once until so many calls were made; gives what was asked and answered. */
export const play = async (stage: Stage, fresh: Fresh, seed: number, calls: number): Promise<Recorder> => {
  const recorder = new Recorder(stage, fresh)
  const plan = planOf(seed, calls).entries()
  const hand = async () => {
    for (const [nth, intent] of plan) {
      if (recorder.sent >= calls) return
      await doOne(recorder, intent, keyOf(seed, nth))
    }
  }
  await Promise.all(Array.from({ length: hands }, hand))
  return recorder
}
