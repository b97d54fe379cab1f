import { AsyncLocalStorage } from 'node:async_hooks'

/** Functions are bundled apart: one place in the process knows the request that is being answered, whoever asks. */
const place = Symbol.for('lost-card.request-id')
const shared: typeof globalThis & { [place]?: AsyncLocalStorage<string> } = globalThis
const storage = (): AsyncLocalStorage<string> => (shared[place] ??= new AsyncLocalStorage<string>())

/** Does something for a request: what it logs carries the request's id, and so does what it leaves for later. Without an id it is nobody's. */
export const inRequest = <T>(requestId: string | null, work: () => T): T => (requestId === null ? work() : storage().run(requestId, work))

/** The request that is being answered; null where nobody asked. */
export const currentRequestId = (): string | null => storage().getStore() ?? null
