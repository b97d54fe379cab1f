import type { Host } from '../host'
import { isFields, type Fields } from '../platform'
import type { Page } from '../pages'
import type { Params } from './params'

export type Method = (params: Params) => unknown

type Callable = (...args: unknown[]) => unknown

/** The protocol's `Tool.` and `App.` methods. */
export function appMethods(host: Host): Record<string, Method> {
  const pageInfo = ({ id, route, options }: Page) => ({ pageId: id, path: route, query: options })
  const nothing = () => ({})
  return {
    'Tool.getInfo': () => ({ SDKVersion: host.api['SDKVersion'] }),
    'Tool.close': nothing,
    'Tool.native': (params) => native(host, params),
    'App.enableLog': nothing,
    'App.exit': nothing,
    'App.getCurrentPage': () => pageInfo(host.pages.top),
    'App.getPageStack': () => ({ pageStack: host.pages.stack.map(pageInfo) }),
    'App.callWxMethod': async (params) => ({ result: await callApi(host, params.text('method'), params.list('args')) }),
    'App.mockWxMethod': mocking(host),
    'App.callFunction': async (params) => {
      const run = host.sandbox.run(`(${params.text('functionDeclaration')})`) as Callable
      const result = await run(...params.list('args'))
      await host.settle()
      return { result }
    },
  }
}

function native(host: Host, params: Params): Fields {
  const method = params.text('method')
  if (method === 'confirmModal') host.dialogs.choose(0)
  else if (method === 'cancelModal') host.dialogs.cancel()
  else if (method === 'navigateLeft') host.pages.navigateBack(1)
  else throw new Error(`unsupported: Tool.native ${method}`)
  return {}
}

function apiNamed(host: Host, method: string): Callable {
  const api = host.api[method]
  if (typeof api !== 'function') throw new Error(`unknownApi: ${method}`)
  return (...args) => Reflect.apply(api, host.api, args) as unknown
}

async function callApi(host: Host, method: string, args: unknown[]): Promise<unknown> {
  const api = apiNamed(host, method)
  if (method.endsWith('Sync')) return api(...args)
  const options = isFields(args[0]) ? args[0] : {}
  const result = await new Promise((resolve, reject) => {
    const fail = (failure: Fields) => reject(new Error(String(failure['errMsg'] ?? failure['errorMessage'])))
    api({ ...options, success: resolve, fail })
  })
  await host.settle()
  return result
}

/** Replaces an API by a fixed answer or a function, and restores it when neither is given. */
function mocking(host: Host): Method {
  const originals = new Map<string, unknown>()
  return (params) => {
    const method = params.text('method')
    if (!originals.has(method)) originals.set(method, host.api[method])
    const original = originals.get(method)
    const declaration = params.optionalText('functionDeclaration')
    const result = params.raw('result')
    if (declaration !== undefined) host.api[method] = mockedByFunction(host, declaration, params.list('args'), original)
    else if (result !== undefined) host.api[method] = mockedByResult(host, method, result)
    else host.api[method] = original
    return {}
  }
}

function mockedByFunction(host: Host, declaration: string, args: unknown[], origin: unknown): Callable {
  const mock = host.sandbox.run(`(${declaration})`) as Callable
  return (options) => {
    const result = Reflect.apply(mock, { origin }, [options, ...args]) as unknown
    void Promise.resolve(result).then((value) => callBack(host, options, value))
    return result
  }
}

function mockedByResult(host: Host, method: string, result: unknown): Callable {
  if (method.endsWith('Sync')) return () => host.sandbox.copy(result)
  return (options) => {
    const finished = host.work.begin(`mocked ${method}`)
    setImmediate(() => {
      callBack(host, options, host.sandbox.copy(result))
      finished()
    })
    return { abort: () => undefined }
  }
}

function callBack(host: Host, options: unknown, result: unknown): void {
  if (!isFields(options)) return
  const failed = isFields(result) && (/:fail/.test(String(result['errMsg'])) || result['error'] !== undefined)
  for (const callback of [failed ? options['fail'] : options['success'], options['complete']]) {
    if (typeof callback === 'function') host.journal.guard('mocked API', () => Reflect.apply(callback, undefined, [result]) as unknown)
  }
}
