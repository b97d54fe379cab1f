import type { Failure } from './failure'

interface Asked {
  /** When `data` was last confirmed by the server (ms since 1970). */
  readonly checkedAt: number | undefined
  /** Asks again; at once, and only once however often it is tapped. */
  readonly retry: () => void
}

/** Something asked for. `failed` and `offline` keep what was known before, if anything was. */
export type QueryLike<Data> = Asked & (
  | { readonly status: 'loading'; readonly data: undefined; readonly failure: undefined }
  | { readonly status: 'ready'; readonly data: Data; readonly failure: undefined }
  | { readonly status: 'failed' | 'offline'; readonly data: Data | undefined; readonly failure: Failure }
)
