import * as v from 'valibot'
import { channels, papers } from '@/domain/words'
import { errorCodes } from './errors'

/** What goes beside an error: the field that was wrong, the channels where it can be done, when to try again, whom to quote. */
const details = v.object({
  field: v.optional(v.string()),
  where: v.optional(v.array(v.picklist(channels))),
  retryAfterSeconds: v.optional(v.number()),
  /** Which papers are still to be shown. */
  papers: v.optional(v.array(v.picklist(papers))),
  /** What our clock says, for whoever's own goes wrong. */
  now: v.optional(v.pipe(v.string(), v.isoTimestamp())),
  /** The rule that refuses, in Chinese, for a partner's staff. */
  zh: v.optional(v.string()),
  requestId: v.optional(v.string()),
})

const failure = v.object({
  code: v.picklist(errorCodes),
  message: v.string(),
  details: v.optional(details),
})
export type FailureOnWire = v.InferOutput<typeof failure>

/** Every answer is one of these two; `message` is English for whoever integrates, the screen has its own sentences. */
export const replyOf = <Data extends v.GenericSchema>(data: Data) =>
  v.variant('ok', [
    v.object({ ok: v.literal(true), data }),
    v.object({ ok: v.literal(false), error: failure }),
  ])

export type Reply<Data> = { readonly ok: true; readonly data: Data } | { readonly ok: false; readonly error: FailureOnWire }
