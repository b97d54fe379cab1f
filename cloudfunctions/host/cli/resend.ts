import type { Repository } from '../../repository'

/** Puts a dead notice in line once more, or with null all of them; gives what is to be said of it. Throws a sentence where none is dead. */
export const resend = async ({ deliveries }: Repository, messageId: string | null): Promise<string> => {
  const again = await deliveries.resend(messageId)
  if (again.length === 0) throw new Error(messageId === null ? 'No message is dead.' : `${messageId} is no dead message: npm run messages -- dead lists them.`)
  return `In line once more: ${again.join(', ')}. What did arrive although nobody heard of it arrives a second time.`
}
