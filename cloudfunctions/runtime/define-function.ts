import { needsSignIn, type FailureOnWire, type FunctionName, type OperationName, type Reply } from '@/contract'
import { refuseAtTerminal } from './at-terminal'
import { callerOf, type Caller } from './caller'
import { ConfigError } from './config-error'
import { cookiesOf, type Cookies } from './cookies'
import type { Asker, Call, DefinedOperation } from './define-operation'
import { codeOf, failure, failureOf, httpAnswer, RequestError, type HttpAnswer } from './errors'
import { factsOf, requestOf, type Facts } from './facts'
import { errorForLog, logTo } from './log'
import { partnerOf, staffOf } from './partner-proof'
import { messagesZh } from './messages-zh'
import { inRequest } from './request-id'
import { services, type Services } from './services'

type ShortName<Of extends FunctionName> = OperationName extends infer Name ? (Name extends `${Of}/${infer Short}` ? Short : never) : never
/** Every operation of a function in the contract, by its short name: one that is missing does not compile. */
export type OperationsOf<Of extends FunctionName> = {
  readonly [Short in ShortName<Of>]: DefinedOperation<Extract<OperationName, `${Of}/${Short}`>>
}

/** What every host calls: `event` is `{operation, ...request}`, or over HTTP (`context.httpContext`) the body. */
export type Main = (event: unknown, context: unknown) => Promise<Reply<unknown> | HttpAnswer>

type Table = ReadonlyMap<string, DefinedOperation>

const citizen = async (facts: Facts, name: OperationName, found: Services): Promise<Caller> => {
  const caller = await callerOf(facts, found)
  if (!caller) throw new RequestError('notSignedIn')
  refuseAtTerminal(caller, { name })
  return caller
}

/** Whom an operation's access demands. Refuses whoever is not. */
const askerOf = async ({ name, access }: DefinedOperation, facts: Facts, found: Services): Promise<Asker> => {
  if (access === 'sandbox' && !found.config.sandbox) throw new RequestError('notFound')
  if (needsSignIn(access)) return citizen(facts, name, found)
  if (access === 'partner') return partnerOf(facts, name, found)
  return access === 'staff' ? staffOf(facts, found) : null
}

const callFor = async (operation: DefinedOperation, facts: Facts, found: Services, cookies: Cookies): Promise<Call<Asker>> =>
  ({ ...found, caller: await askerOf(operation, facts, found), cookies, requestId: facts.requestId, address: facts.address })

/** Ids are random, so whoever asks for many that are not theirs is guessing: each is counted, and after too many none is looked for. */
const answerTo = async (operation: DefinedOperation, request: unknown, call: Call<Asker>): Promise<unknown> => {
  const { caller, repository: { tries } } = call
  if (!caller || !('accountKey' in caller)) return operation.answer(request, call)
  await tries.refuseGuessing(caller.accountKey)
  try {
    return await operation.answer(request, call)
  } catch (thrown) {
    if (codeOf(thrown) === 'notFound') await tries.countGuess(caller.accountKey)
    throw thrown
  }
}

/** A partner is told the rule in Chinese as well, for whoever of its own has to say it on. */
const forPartner = (error: FailureOnWire): FailureOnWire => ({ ...error, details: { ...error.details, zh: messagesZh[error.code] } })

/** Answers one call, counts it, and writes its one line: request id, operation, code, milliseconds. */
const replyTo = async (name: FunctionName, table: Table, event: unknown, facts: Facts, found: Services, cookies: Cookies): Promise<Reply<unknown>> => {
  const started = performance.now()
  const line = (operation: string | undefined, code: string) => {
    const ms = performance.now() - started
    found.meter.answered(operation ?? `${name}/other`, code, ms)
    return { requestId: facts.requestId, operation: operation ?? name, code, ms: Math.round(ms) }
  }
  let operation: DefinedOperation | undefined
  try {
    const asked = requestOf(facts, name, event)
    operation = table.get(asked.operation)
    if (!operation) throw new RequestError('notFound')
    const data = await answerTo(operation, asked.request, await callFor(operation, facts, found, cookies))
    found.log.info(line(operation.name, 'ok'))
    return { ok: true, data }
  } catch (thrown) {
    const error = failureOf(thrown, facts.requestId)
    const wrong = error.code === 'fault' || error.code === 'busy'
    found.log[wrong ? 'error' : 'info']({ ...line(operation?.name, error.code), ...(wrong && { error: errorForLog(thrown) }) })
    return { ok: false, error: operation?.access === 'partner' ? forPartner(error) : error }
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
  const answer = async (event: unknown, facts: Facts, cookies: Cookies) => {
    try {
      const found = await find()
      return await inRequest(facts.requestId, () => replyTo(name, table, event, facts, found, cookies))
    } catch (thrown) {
      return notSetUp(thrown, facts.requestId)
    }
  }
  return async (event, context) => {
    const facts = factsOf(context, process.env)
    const cookies = cookiesOf(facts)
    const reply = await answer(event, facts, cookies)
    return facts.form === 'http' ? httpAnswer(reply, facts.requestId, cookies.toSet()) : reply
  }
}
