import { randomUUID } from 'node:crypto'
import type { CheckPurpose } from '@/contract'
import { dataOf } from './ask'
import type { Kind, Standing } from './standing'

interface About extends Standing {
  readonly address: URL
  readonly kind: Kind
}

/** A whole check that somebody passes. */
const check = async (purpose: CheckPurpose, { address, kind, headers, card: cardId }: About): Promise<string> => {
  const subject = purpose === 'exportData' || purpose === 'bind' ? { purpose: 'exportData' as const } : { purpose, cardId }
  const verificationId = (await dataOf(address, 'session/beginVerification', { subject }, headers))?.verificationId ?? 'v-none'
  await dataOf(address, 'session/completeVerification', kind === 'terminal' ? { verificationId } : { verificationId, sandboxResult: 'passed' }, headers)
  return verificationId
}

const words: Readonly<Record<string, (of: About) => Promise<string | undefined>>> = {
  key: async () => randomUUID(),
  card: async ({ card }) => card,
  refresh: async ({ refresh }) => refresh,
  order: async ({ address, headers, card: cardId }) => (await dataOf(address, 'reissue/order', { cardId }, headers))?.order?.orderId,
  message: async ({ address, headers }) => (await dataOf(address, 'person/inbox', {}, headers))?.messages[0]?.messageId,
  child: async ({ address, headers }) => (await dataOf(address, 'person/family', {}, headers))?.children[0]?.childId,
  grant: async ({ address, headers }) => (await dataOf(address, 'person/family', {}, headers))?.proxies[0]?.grantId,
}

/** What a word of an input stands for, for somebody who has signed in; an id of nothing where they have no such thing. */
export const lookUp = async (word: string, of: About): Promise<string> => {
  const [, purpose] = word.split('check.')
  if (purpose !== undefined) return check(purpose as CheckPurpose, of)
  return (await words[word]?.(of)) ?? 'an-id-of-nothing'
}
