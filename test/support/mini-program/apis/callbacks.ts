import { describe } from '../journal'
import { isFields, namespaces, type Fields } from '../platform'
import type { Api, ApiContext } from './context'

export interface Options extends Fields {
  success?: (result: unknown) => void
  fail?: (failure: unknown) => void
  complete?: (outcome: unknown) => void
}

/** A failure with the fields the platform adds to it (`error`, `errno`, `status` …). */
export class ApiFailure extends Error {
  constructor(
    message: string,
    readonly fields: Fields = {},
  ) {
    super(message)
  }
}

export type Implementation = (options: Options) => unknown

/** The reply of a failed call in each platform's shape. */
export function failure(context: ApiContext, api: string, thrown: unknown): Fields {
  const message = thrown instanceof Error ? thrown.message : describe(thrown)
  const fields = thrown instanceof ApiFailure ? thrown.fields : {}
  return context.platform === 'weapp' ? { errMsg: `${api}:fail ${message}`, ...fields } : { error: 2, errorMessage: message, ...fields }
}

function success(context: ApiContext, api: string, result: unknown): Fields {
  const fields = isFields(result) ? result : {}
  return context.platform === 'weapp' ? { errMsg: `${api}:ok`, ...fields } : { ...fields }
}

/** Calls back success or fail, then complete; without callbacks the call answers with a promise, as on both platforms. */
export function answer(context: ApiContext, api: string, options: Options, task: Promise<unknown>): Promise<unknown> | undefined {
  const { sandbox, journal } = context
  const tell = (callback: ((value: unknown) => void) | undefined, value: unknown) => {
    if (callback) journal.guard(`${api} callback`, () => callback(value))
  }
  const settled = task.then(
    (result) => ({ ok: true, reply: sandbox.copyFields(success(context, api, result)) }),
    (thrown: unknown) => ({ ok: false, reply: sandbox.copyFields(failure(context, api, thrown)) }),
  )
  if (!options.success && !options.fail && !options.complete) {
    return new sandbox.Promise((resolve, reject) => {
      void settled.then(({ ok, reply }) => (ok ? resolve(reply) : reject(reply)))
    })
  }
  void settled.then(({ ok, reply }) => {
    tell(ok ? options.success : options.fail, reply)
    tell(options.complete, reply)
  })
  return undefined
}

/** An API in the platforms' callback style; it counts as work until it has answered. */
export function asyncApi(context: ApiContext, name: string, implementation: Implementation): Api {
  return (options: Options = {}) => {
    context.journal.calls.push({ api: name, options })
    const finished = context.work.begin(`${namespaces[context.platform]}.${name}`)
    const task = Promise.resolve().then(() => implementation(options))
    return answer(context, name, options, task.finally(finished))
  }
}

/** As `asyncApi`, for what waits for a person: it is not work that settling waits for. */
export function personApi(context: ApiContext, name: string, implementation: Implementation): Api {
  return (options: Options = {}) => {
    context.journal.calls.push({ api: name, options })
    return answer(context, name, options, Promise.resolve().then(() => implementation(options)))
  }
}

/** Several async APIs at once, by name. */
export function asyncApis(context: ApiContext, implementations: Record<string, Implementation>): Record<string, Api> {
  return Object.fromEntries(Object.entries(implementations).map(([name, run]) => [name, asyncApi(context, name, run)]))
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : value === undefined || value === null ? '' : describe(value)
}
