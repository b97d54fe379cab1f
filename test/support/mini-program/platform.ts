export type Platform = 'weapp' | 'alipay'

/** The global object through which each platform offers its API. */
export const namespaces = { weapp: 'wx', alipay: 'my' } as const satisfies Record<Platform, string>

export type Fields = Record<string, unknown>

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
