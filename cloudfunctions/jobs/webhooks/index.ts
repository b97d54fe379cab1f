import { errorForLog } from '../../runtime/log'
import { isLetIn } from '../../runtime/partner'
import { tellNext, type Needs } from './tell'

/** How long (ms) a partner's answer may stay away. */
const answerMs = 5_000

/** Tells partners what happened to cards, each apart from the others: one that is slow or away holds nobody up. */
export interface Teller {
  /** Begins with every partner that has something to be told, and is not being told just now; how many those are. */
  begin(): Promise<number>
  /** Resolves when nobody is being told any more. */
  finished(): Promise<void>
}

const tellWhole = async (needs: Needs, partnerId: string, until: AbortSignal, timeoutMs: number): Promise<void> => {
  try {
    let more = true
    while (more && !until.aborted) more = await tellNext(needs, partnerId, timeoutMs)
  } catch (thrown) {
    needs.log.error({ operation: 'webhooks', code: 'fault', error: errorForLog(thrown) })
  }
}

/** A teller that begins nothing more once `until` is aborted; what is under way then takes `timeoutMs` at most. */
export const tellerOf = (needs: Needs, until: AbortSignal, timeoutMs = answerMs): Teller => {
  const telling = new Map<string, Promise<void>>()
  const begin = (partnerId: string) =>
    telling.set(partnerId, tellWhole(needs, partnerId, until, timeoutMs).finally(() => telling.delete(partnerId)))
  return {
    begin: async () => {
      const due = await needs.repository.webhooks.due()
      const found = due.filter((partnerId) => isLetIn(partnerId, needs.config) && !telling.has(partnerId))
      found.forEach(begin)
      return found.length
    },
    finished: async () => void (await Promise.all(telling.values())),
  }
}
