import { readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'

import { isFields, type Fields, type Platform } from './platform'
import { watchedPromise } from './watched-promise'

type ModuleBody = (this: unknown, require: (file: string) => unknown, module: { exports: unknown }, exports: unknown, globalThis: unknown) => void

// Both platforms refuse code from strings, except the idiom libraries use to find the global object
const onlyReturnThis = `(function (world) {
  var FunctionFromString = function Function() {
    if (arguments[arguments.length - 1] === 'return this') return function () { return world }
    throw new EvalError('Function(string) is not allowed in a mini-program')
  }
  FunctionFromString.prototype = Object.getPrototypeOf(function () {})
  world.Function = FunctionFromString
})(this)`

/**
 * A JavaScript world with only what mini-programs have: no window, document, URL, fetch or AbortController, no code from strings,
 * and CommonJS modules of one folder.
 */
export class Sandbox {
  readonly context: vm.Context
  readonly Promise: PromiseConstructor
  private readonly modules = new Map<string, { exports: unknown }>()
  private readonly parse: (json: string) => unknown

  constructor(platform: Platform, globals: Fields, onRejection: (reason: unknown) => void) {
    this.context = vm.createContext({ ...globals }, { codeGeneration: { strings: false, wasm: false } })
    this.run(onlyReturnThis)
    if (platform === 'weapp') this.run('var global = this')
    // Alipay's Taro runtime redefines it
    if (platform === 'alipay') this.context['navigator'] = { userAgent: 'AlipayClient', swuserAgent: 'AlipayClient' }
    this.Promise = watchedPromise(this.run('Promise') as PromiseConstructor, onRejection)
    this.context['Promise'] = this.Promise
    this.parse = this.run('JSON.parse') as (json: string) => unknown
  }

  /** Runs a script of ours inside. */
  run(code: string, filename = 'mini-program-host.js'): unknown {
    return vm.runInContext(code, this.context, { filename })
  }

  /** A deep copy made of the sandbox's own objects, so that prototypes match inside. */
  copy<T>(value: T): T {
    return value === undefined ? value : (this.parse(JSON.stringify(value)) as T)
  }

  /** As `copy`, keeping functions of the first level. */
  copyFields(fields: Fields): Fields {
    const functions = Object.entries(fields).filter(([, value]) => typeof value === 'function')
    const copied = this.copy(fields)
    return isFields(copied) ? Object.assign(copied, Object.fromEntries(functions)) : fields
  }

  /** Loads a built file once; `require` inside resolves against it. */
  require(file: string): unknown {
    const full = file.endsWith('.js') ? file : `${file}.js`
    const known = this.modules.get(full)
    if (known) return known.exports
    const module = { exports: {} as unknown }
    this.modules.set(full, module)
    const body = this.run(`(function (require, module, exports, globalThis) {${readFileSync(full, 'utf8')}\n})`, full) as ModuleBody
    body.call(module.exports, (to) => this.require(path.resolve(path.dirname(full), to)), module, module.exports, this.context)
    return module.exports
  }
}
