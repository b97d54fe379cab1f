import { isFields } from '../platform'
import { ApiFailure, asyncApis, textOf, type Options } from './callbacks'
import type { ApiContext, Apis } from './context'

/** The phone's own storage; a `Map` given to the host outlives it, as it would a restart. */
export function storageApis(context: ApiContext): Apis {
  const { platform, sandbox, storage } = context
  const info = () => ({ keys: [...storage.keys()], currentSize: 1, limitSize: 10_240 })
  const put = (key: unknown, value: unknown) => void storage.set(textOf(key), sandbox.copy(value))
  const take = (key: unknown) => sandbox.copy(storage.get(textOf(key)))

  // WeChat's synchronous calls take the key itself, Alipay's an object with it
  const sync: Apis =
    platform === 'weapp'
      ? {
          setStorageSync: (key: string, value: unknown) => put(key, value),
          getStorageSync: (key: string) => take(key) ?? '',
          removeStorageSync: (key: string) => void storage.delete(key),
        }
      : {
          setStorageSync: (options: Options) => put(options['key'], options['data']),
          getStorageSync: (options: Options) => sandbox.copy({ data: take(options['key']) ?? null, success: true }),
          removeStorageSync: (options: Options | string) => void storage.delete(textOf(isFields(options) ? options['key'] : options)),
        }

  return {
    ...sync,
    clearStorageSync: () => storage.clear(),
    getStorageInfoSync: () => sandbox.copy(info()),
    ...asyncApis(context, {
      setStorage: ({ key, data }) => put(key, data),
      getStorage: ({ key }) => {
        if (platform === 'weapp' && !storage.has(textOf(key))) throw new ApiFailure('data not found')
        return { data: take(key) ?? null }
      },
      removeStorage: ({ key }) => void storage.delete(textOf(key)),
      clearStorage: () => storage.clear(),
      getStorageInfo: info,
    }),
  }
}
