import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { policyOf } from '@/domain/policies'
import { isExplained, type History } from './model/explain'
import { smallest } from './model/shrink'
import { begin, type State } from './model/state'
import { tell } from './model/tell'
import { isChange, type Actor, type Call } from './model/call'
import { eventsIn, keptOf, wrongEffects, type Kept } from './effects'
import { writeLines } from './lines'
import { freshCards, type Fresh } from './people'
import { play } from './play'
import type { Recorder } from './recorder'
import type { Stage } from './stage'

/** So many cards are looked at side by side, and each is asked so often. */
const [cardsAtOnce, callsOfCard] = [8, 40]
/** Milliseconds between one disturbance and the next. */
const pause = 250

export interface Wrong {
  readonly nth: number
  readonly seed: number
  readonly history: History
  /** Whether no order explains it, or what it has left behind is wrong. */
  readonly faults: readonly string[]
  /** Where all of it was written, as JSON lines. */
  readonly file: string
}

export interface Ran {
  readonly calls: number
  readonly unknown: number
  /** Changes that were acknowledged. */
  readonly acknowledged: number
  readonly faults: number
  readonly cards: number
  readonly wrong: readonly Wrong[]
  readonly playing: number
  readonly checking: number
}

/** What is wrong with a card, as it is read, with the seed by which it can be had again. */
export const tellWrong = ({ seed, nth, history, faults, file }: Wrong): string => {
  const found = faults.includes(unexplained) ? smallest(history) : history
  return [`seed ${seed}, card ${nth}: ${faults.join('; ')}`, `${found.calls.length} of ${history.calls.length} calls (all: ${file}):`, tell(found)].join('\n')
}

export const unexplained = 'no order of the calls explains the answers'

const record: Actor = { name: 'the record', channel: 'counter', who: { role: 'cardholder', holderAge: 0 } }

/** All that was asked and answered, and at last all that is kept. */
const historyOf = (first: State, { fresh, calls, checks, sent }: Recorder, kept: Kept, from: number): History => {
  const last: Call = { id: sent + 1, actor: record, ask: { op: 'record' }, invoked: from, answered: Date.now(), answer: { data: { events: eventsIn(kept) } } }
  return { place: { policy: policyOf(fresh.city), issuingBank: fresh.issuingBank, checks }, first, calls: [...calls, last] }
}

/** Cuts one of the database's connections under whoever uses it: what was under way may have been written, or not. */
const cutConnection = (sql: pg.Pool) =>
  sql.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'lost-card' order by random() limit 1`)

/** What is done to the service beside the calls, again and again until they are over; the database itself is at hand. */
export type Trouble = (sql: pg.Pool, over: AbortSignal) => Promise<unknown>

interface Running {
  readonly stage: Stage
  readonly sql: pg.Pool
  readonly seed: number
  readonly trouble: Trouble
}

/** What the timer does each minute. */
const settle = ({ services: { repository } }: Stage) => repository.told.settleLapses()

/** Goes on beside the calls until they are over: the timer's work, and now and then some trouble. */
const disturb = async ({ stage, sql, trouble }: Running, over: AbortSignal): Promise<void> => {
  while (!over.aborted) {
    // the timer's own connection may have been the one
    await settle(stage).catch(() => undefined)
    await trouble(sql, over)
    await setTimeout(pause, undefined, { signal: over }).catch(() => undefined)
  }
}

const playAll = async (running: Running, fresh: readonly Fresh[], from: number): Promise<Recorder[]> => {
  const { stage, seed } = running
  const over = new AbortController()
  const disturbed = disturb(running, over.signal)
  const played = Promise.all(fresh.map((one, index) => play(stage, one, seed * 1_000_003 + from + index, callsOfCard))).finally(() => over.abort())
  const [recorders] = await Promise.all([played, disturbed])
  // the last connection that was cut may be the one
  await settle(stage).catch(() => settle(stage))
  return recorders
}

const unexplainedIn = (history: History): string[] => (isExplained(history) ? [] : [unexplained])

const wrongOf = async ({ sql, seed }: Running, first: State, recorder: Recorder, nth: number): Promise<Wrong[]> => {
  const now = Date.now()
  const kept = await keptOf(sql, recorder.fresh.cardId)
  const history = historyOf(first, recorder, kept, now)
  const faults = [...unexplainedIn(history), ...wrongEffects(recorder, kept)]
  if (faults.length === 0) return []
  const wrong = { nth, seed, history, faults }
  return [{ ...wrong, file: await writeLines(wrong) }]
}

const none: Ran = { calls: 0, unknown: 0, acknowledged: 0, faults: 0, cards: 0, wrong: [], playing: 0, checking: 0 }

/** Some new cards, from their import to what has become of them. */
const some = async (running: Running, ran: Ran): Promise<Ran> => {
  const { stage, sql } = running
  const fresh = await freshCards(stage, ran.cards, cardsAtOnce)
  const firsts = await Promise.all(fresh.map(async ({ cardId }) => begin(eventsIn(await keptOf(sql, cardId)))))
  const began = performance.now()
  const recorders = await playAll(running, fresh, ran.cards)
  const played = performance.now()
  const wrong = await Promise.all(recorders.map((recorder, index) => wrongOf(running, firsts[index] ?? begin([]), recorder, ran.cards + index)))
  const sum = (of: (one: Recorder) => number) => recorders.reduce((all, one) => all + of(one), 0)
  return {
    calls: ran.calls + sum(({ sent }) => sent),
    unknown: ran.unknown + sum((one) => one.calls.filter(({ answer }) => answer === null).length),
    acknowledged: ran.acknowledged + sum((one) => one.calls.filter(({ ask, answer }) => isChange(ask) && answer && 'data' in answer).length),
    faults: ran.faults + sum(({ faults }) => faults),
    cards: ran.cards + recorders.length,
    wrong: wrong.flat(),
    playing: ran.playing + played - began,
    checking: ran.checking + performance.now() - played,
  }
}

export interface HowToRun {
  /** So many calls at least are made, unless `isEnough` says when it is. */
  readonly calls: number
  readonly isEnough?: (ran: Ran) => boolean
  /** Connections to the database are cut, unless it is told what else. */
  readonly trouble?: Trouble
  readonly onCards?: (ran: Ran) => void
}

/** Has so many calls made, on ever new cards, and checks what has become of some before the next are asked for; ends with the first that are wrong. */
export const run = async (stage: Stage, database: string, seed: number, how: HowToRun): Promise<Ran> => {
  const { calls, isEnough = (ran) => ran.calls >= calls, trouble = cutConnection, onCards } = how
  const sql = new pg.Pool({ connectionString: database, max: 4 })
  // what is lost with its connection fails with it
  sql.on('error', () => undefined)
  try {
    let ran = none
    while (!isEnough(ran) && ran.wrong.length === 0) {
      ran = await some({ stage, sql, seed, trouble }, ran)
      onCards?.(ran)
    }
    return ran
  } finally {
    await sql.end()
  }
}
