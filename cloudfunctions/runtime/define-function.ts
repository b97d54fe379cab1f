import { needsSignIn, type FunctionName, type OperationName, type Reply } from '@/contract'
import { callerOf, type Caller } from './caller'
import { ConfigError } from './config-error'
import type { Call, DefinedOperation } from './define-operation'
import { codeOf, failure, failureOf, httpAnswer, RequestError, type HttpAnswer } from './errors'
import { factsOf, requestOf, type Facts } from './facts'
import { errorForLog, logTo } from './log'
import { services, type Services } from './services'

type ShortName<Of extends FunctionName> = OperationName extends infer Name ? (Name extends `${Of}/${infer Short}` ? Short : never) : never
/** Every operation of a function in the contract, by its short name: one that is missing does not compile. */
export type OperationsOf<Of extends FunctionName> = {
  readonly [Short in ShortName<Of>]: DefinedOperation<Extract<OperationName, `${Of}/${Short}`>>
}

/** What every host calls: `event` is `{operation, ...request}`, or over HTTP (`context.httpContext`) the body. */
export type Main = (event: unknown, context: unknown) => Promise<Reply<unknown> | HttpAnswer>

type Table = ReadonlyMap<string, DefinedOperation>

const callFor = async (operation: DefinedOperation, facts: Facts, found: Services): Promise<Call<Caller | null>> => {
  const { config, keys, tokens, log, repository, platforms } = found
  if (operation.access === 'sandbox' && !config.sandbox) throw new RequestError('notFound')
  const caller = needsSignIn(operation.access) ? await callerOf(facts, found) : null
  if (needsSignIn(operation.access) && !caller) throw new RequestError('notSignedIn')
  return { config, keys, tokens, log, repository, platforms, caller, requestId: facts.requestId, address: facts.address }
}

/** Ids are random, so whoever asks for many that are not theirs is guessing: each is counted, and after too many none is looked for. */
const answerTo = async (operation: DefinedOperation, request: unknown, call: Call<Caller | null>): Promise<unknown> => {
  const { caller, repository: { tries } } = call
  if (!caller) return operation.answer(request, call)
  await tries.refuseGuessing(caller.accountKey)
  try {
    return await operation.answer(request, call)
  } catch (thrown) {
    if (codeOf(thrown) === 'notFound') await tries.countGuess(caller.accountKey)
    throw thrown
  }
}

/** Answers one call, and writes its one line: request id, operation, code, milliseconds. */
const replyTo = async (name: FunctionName, table: Table, event: unknown, facts: Facts, found: Services): Promise<Reply<unknown>> => {
  const started = performance.now()
  const line = (operation: string | undefined, code: string) =>
    ({ requestId: facts.requestId, operation: operation ?? name, code, ms: Math.round(performance.now() - started) })
  let operation: DefinedOperation | undefined
  try {
    const asked = requestOf(facts, name, event)
    operation = table.get(asked.operation)
    if (!operation) throw new RequestError('notFound')
    const data = await answerTo(operation, asked.request, await callFor(operation, facts, found))
    found.log.info(line(operation.name, 'ok'))
    return { ok: true, data }
  } catch (thrown) {
    const error = failureOf(thrown, facts.requestId)
    const wrong = error.code === 'fault' || error.code === 'busy'
    found.log[wrong ? 'error' : 'info']({ ...line(operation?.name, error.code), ...(wrong && { error: errorForLog(thrown) }) })
    return { ok: false, error }
  }
}

/** A process that cannot be set up answers every call with a fault, and says why where its operator looks. */
const notSetUp = (thrown: unknown, requestId: string): Reply<unknown> => {
  const reason = thrown instanceof ConfigError ? thrown.message : errorForLog(thrown)
  logTo('fatal').fatal({ requestId, code: 'fault', reason })
  return { ok: false, error: failure('fault', { requestId }) }
}

/** A deployable function of all its operations. `find` gives the process's services; nothing opens before the first call. */
export const defineFunction = <Of extends FunctionName>(name: Of, given: OperationsOf<Of>, find: () => Services | Promise<Services> = services): Main => {
  const table: Table = new Map(Object.entries<DefinedOperation>(given))
  const answer = async (event: unknown, facts: Facts) => {
    try {
      return await replyTo(name, table, event, facts, await find())
    } catch (thrown) {
      return notSetUp(thrown, facts.requestId)
    }
  }
  return async (event, context) => {
    const facts = factsOf(context, process.env)
    const reply = await answer(event, facts)
    return facts.form === 'http' ? httpAnswer(reply, facts.requestId) : reply
  }
}
