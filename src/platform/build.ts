/** Settings of this build; `config/index.ts` writes them in. */
export const apiBase = process.env['API_BASE'] ?? ''
export const cloudCalls = process.env['CLOUD_CALLS'] === 'on'
export const cloudEnv = process.env['CLOUD_ENV'] ?? ''
export const sandbox = process.env['SANDBOX'] !== 'off'
