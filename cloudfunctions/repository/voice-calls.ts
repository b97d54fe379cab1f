import type { DataOf } from '@/contract'
import type { Effect, VoiceCall } from '@/domain/voice'
import { minute, type Instant } from '@/domain/time'
import { RequestError } from '../runtime/errors'
import type { Keys } from '../runtime/keys'
import { clock, inTransaction, type Database, type Run } from './database'

/** What is kept of a call, sealed as a whole: it holds what was typed, until it is known whose card it is. */
export interface KeptCall {
  /** Of this call alone, also where a platform gives a call's id a second time. */
  readonly callKey: string
  /** Under what the caller's wrong passwords are counted: no number can be read from it. */
  readonly callerKey: string
  readonly call: VoiceCall
  /** What the turn that is under way has come to, and still has to do. */
  readonly pending: Effect | null
  /** To the last turn; null while that is under way. */
  readonly answer: DataOf<'channel/voice'> | null
}

/** One turn of a call as it comes in; `requestHashes`: of all that was said, by every key. */
export interface VoiceTurn {
  readonly partnerId: string
  readonly callId: string
  readonly turn: number
  readonly requestHashes: readonly string[]
}

/** A turn that is this request's to answer, as long as the call stands as it was read. */
export interface HeldTurn {
  readonly kept: KeptCall
  /** Nobody has gone on with the call for too long. */
  readonly isIdle: boolean
  /** Keeps what the call has come to, unless another request has. */
  keep(next: KeptCall): Promise<void>
  /** The same together with whatever `work` writes, while every other request of this call waits. */
  keepWith(work: (run: Run) => Promise<KeptCall>): Promise<void>
}

export interface VoiceCalls {
  /**
   * Takes a turn: it is answered already, or to be answered. `begin` is a new call with its first answer. Refuses
   * `idempotencyKeyReused` for a turn that came with other input, `invalidRequest` for any but the last turn and the next one.
   */
  take(turn: VoiceTurn, begin: () => KeptCall): Promise<HeldTurn>
}

/** A call that is not gone on with for so long (ms) has ended. */
export const callLasts = 15 * minute

interface Row {
  readonly turn: number
  readonly request_hash: string
  readonly sealed_state: string
  readonly at: Instant
  readonly now: Instant
}

const find = `select turn, request_hash, sealed_state, at, ${clock} as now from voice_call where partner_id = $1 and call_id = $2`
const begin = `insert into voice_call (partner_id, call_id, turn, request_hash, sealed_state, at) values ($1, $2, 0, $3, $4, ${clock})
  on conflict (partner_id, call_id) do update set turn = 0, request_hash = excluded.request_hash, sealed_state = excluded.sealed_state, at = excluded.at
  where voice_call.at <= ${clock} - ${callLasts} returning turn, request_hash, sealed_state, at, at as now`
/** Only a call that stands as it was read goes on. */
const asRead = 'where partner_id = $1 and call_id = $2 and turn = $3 and sealed_state = $4'
const claim = `update voice_call set turn = turn + 1, request_hash = $5, sealed_state = $6, at = ${clock} ${asRead}
  returning turn, request_hash, sealed_state, at, at as now`
const keep = `update voice_call set sealed_state = $5, at = ${clock} ${asRead} returning turn`
const hold = `select turn from voice_call ${asRead} for update`

/** What a call is sealed for. */
const rowOf = ({ partnerId, callId }: VoiceTurn) => `voice-call:${partnerId}:${callId}`

const wrongTurn = () => new RequestError('invalidRequest', { field: 'turn' })
/** Each failed try means that another request of this call went through. */
const tries = 10

const sealed = (keys: Keys, turn: VoiceTurn, kept: KeptCall): string => keys.seal(JSON.stringify(kept), rowOf(turn))
// sealed by us alone
const opened = (keys: Keys, turn: VoiceTurn, row: Row): KeptCall => JSON.parse(keys.open(row.sealed_state, rowOf(turn))) as KeptCall

const heldTurn = (database: Database, keys: Keys, turn: VoiceTurn, row: Row): HeldTurn => {
  const read = [turn.partnerId, turn.callId, row.turn, row.sealed_state]
  const keepBy = (run: Run, next: KeptCall) => run({ name: 'keep-voice-call', text: keep, values: [...read, sealed(keys, turn, next)] })
  return {
    kept: opened(keys, turn, row),
    isIdle: row.now >= row.at + callLasts,
    keep: async (next) => {
      await keepBy(database.run, next)
    },
    keepWith: async (work) => {
      await inTransaction(database, async (run) => {
        const [held] = await run({ name: 'hold-voice-call', text: hold, values: read })
        return held && keepBy(run, await work(run))
      })
    },
  }
}

/** Makes the next turn this request's, before anything is done for it: whoever comes with other input is told from then on. */
const claimed = async ({ run }: Database, keys: Keys, turn: VoiceTurn, row: Row): Promise<Row | undefined> => {
  const kept = opened(keys, turn, row)
  if (turn.turn !== row.turn + 1 || !kept.answer) throw wrongTurn()
  const values = [turn.partnerId, turn.callId, row.turn, row.sealed_state, turn.requestHashes[0], sealed(keys, turn, { ...kept, answer: null })]
  const [next] = await run<Row>({ name: 'claim-voice-turn', text: claim, values })
  return next
}

/** The row with this turn in it; undefined when another request was ahead. */
const rowWith = async (database: Database, keys: Keys, turn: VoiceTurn, first: () => KeptCall): Promise<Row | undefined> => {
  const { partnerId, callId } = turn
  const [row] = await database.run<Row>({ name: 'find-voice-call', text: find, values: [partnerId, callId] })
  const isOver = row !== undefined && row.now >= row.at + callLasts
  if (turn.turn === 0 && (!row || isOver)) {
    const values = [partnerId, callId, turn.requestHashes[0], sealed(keys, turn, first())]
    const [begun] = await database.run<Row>({ name: 'begin-voice-call', text: begin, values })
    return begun
  }
  if (!row) throw wrongTurn()
  if (isOver) return row
  if (turn.turn !== row.turn) return claimed(database, keys, turn, row)
  if (!turn.requestHashes.includes(row.request_hash)) throw new RequestError('idempotencyKeyReused')
  return row
}

export const voiceCallsIn = (database: Database, keys: Keys): VoiceCalls => ({
  take: async (turn, first) => {
    for (let trial = 0; trial < tries; trial += 1) {
      const row = await rowWith(database, keys, turn, first)
      if (row) return heldTurn(database, keys, turn, row)
    }
    throw new RequestError('busy')
  },
})
