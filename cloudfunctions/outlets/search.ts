import { defineOperation } from '../runtime/define-operation'
import { cursorAt, offsetOf } from './cursor'
import { listsOf } from './lookup/lists'
import { pageOf } from './page'
import { refuseUnknown } from './refusals'
import { listOf } from './wire'

/** A city's outlets that meet all of the request's wishes: the nearest first, or in the list's order without a place. */
export const search = defineOperation('outlets/search', async ({ cursor, limit, ...asked }, call) => {
  refuseUnknown(asked.city, asked)
  const offset = offsetOf(call.keys, asked, cursor)
  const list = await listsOf(call).of(asked.city)
  const wanted = { bank: asked.bank, kinds: asked.kind, capabilities: asked.capability }
  const { outlets, next } = await pageOf(call.repository, list, { narrowing: { ...asked, limit }, wanted, offset, now: Date.now() })
  return { outlets, ...(next !== null && { cursor: cursorAt(call.keys, asked, next) }), ...listOf(list) }
})
