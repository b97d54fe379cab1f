import type { DataOf, RequestOf } from '@/contract'
import { after, beginCall, expects, hear, idleCall, type Effect, type Outcome, type Output } from '@/domain/voice'
import { newKey, type HeldTurn, type KeptCall } from '../../repository'
import { defineOperation, type Call } from '../../runtime/define-operation'
import { RequestError } from '../../runtime/errors'
import type { Partner } from '../../runtime/partner'
import { only } from '../acting'
import { cancel } from './cancel'
import { callerKeyOf } from './caller-key'
import { checkPassword } from './check-password'
import type { Line } from './line'
import { spoken } from './prompts'
import { report } from './report'
import { status } from './status'

type Request = RequestOf<'channel/voice'>
type Answer = DataOf<'channel/voice'>

const answerOf = ({ call: { language, step }, say }: Output): Answer =>
  ({ say: say.map((prompt) => spoken(prompt, language)), language, expect: expects[step.at], state: step.at })

/** A call as it is kept after an output: answered, or with what still has to be done. */
const keptAfter = (kept: KeptCall, output: Output): KeptCall =>
  ({ ...kept, call: output.call, pending: output.effect, answer: output.effect ? null : answerOf(output) })

/** Everything but a password: done outside of the transaction that keeps the answer, and the same when it is done again. */
const effected = (line: Line, effect: Exclude<Effect, { kind: 'checkPassword' }>): Promise<Outcome> => {
  switch (effect.kind) {
    case 'status': return status(line, effect)
    case 'report': return report(line, effect)
    case 'cancel': return cancel(line, effect)
  }
}

/** Takes the turn a step further, unless another request has. */
const goOn = async (held: HeldTurn, line: Line, digits: string): Promise<void> => {
  const { kept } = held
  const output: Output = kept.pending ? { call: kept.call, say: [], effect: kept.pending } : hear(kept.call, digits)
  const { call, effect } = output
  if (!effect) return held.keep(keptAfter(kept, output))
  if (effect.kind !== 'checkPassword') return held.keep(keptAfter(kept, after(call, await effected(line, effect))))
  return held.keepWith(async (run) => keptAfter(kept, after(call, await checkPassword(run, line, effect))))
}

const begun = (request: Request, { keys }: Call<Partner>): KeptCall => {
  const output = beginCall()
  const callKey = newKey()
  return { callKey, callerKey: callerKeyOf(keys, request.caller, callKey), call: output.call, pending: null, answer: answerOf(output) }
}

/** Each goes a step on, or finds that another request of the same turn has. */
const steps = 20

/** One turn of a telephone call. Refuses `notPermitted` in any other channel, `idempotencyKeyReused`, and `invalidRequest` for another turn than the next. */
export const voice = defineOperation('channel/voice', async (request, call) => {
  const { caller, keys, repository } = call
  only(caller, 'phone')
  const { callId, turn, digits = '' } = request
  const requestHashes = keys.hashes('voice', JSON.stringify([turn, request.caller, digits])).map(({ hash }) => hash)
  for (let step = 0; step < steps; step += 1) {
    const held = await repository.voiceCalls.take({ partnerId: caller.partnerId, callId, turn, requestHashes }, () => begun(request, call))
    const { isIdle, kept: { callKey, callerKey, call: at, answer } } = held
    if (isIdle) return answerOf(idleCall(at.language))
    if (answer) return answer
    await goOn(held, { repository, partner: caller, callId, callerKey, idempotencyKey: `voice-${callKey}-${turn}` }, digits)
  }
  throw new RequestError('busy')
})
