import * as v from 'valibot'
import { dataClasses } from '@/domain/retention'
import { channels } from '@/domain/words'
import { operation } from './operation'
import { instant, verificationId } from './shapes'

const kept = v.object({
  what: v.picklist(dataClasses),
  /** Rows kept of this person now. */
  count: v.number(),
})

/** What is kept of a person, masked. */
const myData = {
  maskedName: v.string(),
  maskedIdNumber: v.string(),
  maskedPhone: v.optional(v.string()),
  accounts: v.array(v.object({ channel: v.picklist(channels), boundAt: instant, current: v.boolean() })),
  kept: v.array(kept),
}

/** What is kept of oneself. Only the page about it carries it. */
export const myDataOperations = {
  'person/myData': operation('person', 'citizen', v.strictObject({}), v.object(myData)),
  /** The whole of it in clear, for the person alone: it needs a check of its own. `copy` is a JSON document. */
  'person/exportData': operation('person', 'citizen', v.strictObject({ verificationId }), v.object({ copy: v.string() })),
  /** Unbinds every account and deletes what the law lets go of; the cards' own record stays. */
  'person/eraseData': operation('person', 'citizen', v.strictObject({}), v.object({ erased: v.array(kept), stays: v.array(kept) })),
} as const
export type MyDataOperationName = keyof typeof myDataOperations
