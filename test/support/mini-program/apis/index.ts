import { isFields, namespaces, type Fields } from '../platform'
import type { Options } from './callbacks'
import type { ApiContext, Apis } from './context'
import { feedbackApis } from './feedback'
import { fileApis } from './files'
import { identityApis } from './identity'
import { networkApis } from './network'
import { routeApis } from './routes'
import { serviceApis } from './services'
import { storageApis } from './storage'
import { systemApis } from './system'

/**
 * The platform's global object. A call to something it does not know is written to `errors`, so that no test passes on an API
 * that was never there.
 * @param extra makes the APIs of one test (a face check, a map), added to or replacing ours
 */
export function platformApis(context: ApiContext, extra: (context: ApiContext) => Apis): Fields {
  const apis: Apis = {
    ...systemApis(context),
    ...routeApis(context),
    ...feedbackApis(context),
    ...storageApis(context),
    ...fileApis(context),
    ...serviceApis(context),
    ...identityApis(context),
    ...networkApis(context),
    ...extra(context),
  }
  apis['canIUse'] = (feature: string) => feature.split('.')[0]! in apis || /^[a-z]+(-[a-z]+)*\./.test(feature)
  return new Proxy<Fields>(apis, {
    get: (known, name) => (typeof name !== 'string' || name in known ? Reflect.get(known, name) : unknown(context, name)),
  })
}

// what code may look for without calling it: promises, printing, and what Taro keeps there
const askedFor = new Set(['then', 'toJSON', 'env', 'webpackJsonp', 'taroEventCenter'])

function unknown(context: ApiContext, name: string): unknown {
  if (askedFor.has(name)) return undefined
  return (options?: Options) => {
    const error = new Error(`unknownApi: the host has no ${namespaces[context.platform]}.${name}; give it in apis if the test needs it`)
    context.journal.fault('platform', error)
    if (isFields(options)) options.fail?.(context.sandbox.copy({ errMsg: `${name}:fail not supported`, error: 1, errorMessage: 'not supported' }))
    return undefined
  }
}
