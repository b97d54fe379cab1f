import type { Caller } from '../../../cloudfunctions/runtime/caller'
import type { Main } from '../../../cloudfunctions/runtime/define-function'
import type { Services } from '../../../cloudfunctions/runtime/services'
import { checkOf, keyOf, type Checked } from './fill'
import type { Lookup } from './scripts'

/** Asks the function about the person's card with this number. */
export type Call = (index: number) => Promise<void>

const callerOf = (index: number): Caller => ({ accountKey: keyOf('account', index), epoch: 1, channel: 'wechat', played: false })

/** Everyone has signed in before the measuring begins. */
export const signInAll = ({ tokens }: Services, people: number): Promise<string[]> =>
  Promise.all(Array.from({ length: people }, async (_, index) => (await tokens.issue(callerOf(index))).token))

/** The function as a host calls it, which a token, its request and its answer are part of; only what carries them is not. */
const ask = async (main: Main, token: string | undefined, operation: string, request: object): Promise<void> => {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  const answer = await main(request, { httpContext: { url: `/card/${operation}`, httpMethod: 'POST', headers } })
  if (!('statusCode' in answer) || answer.statusCode !== 200) throw new Error(`card/${operation} was not answered well: ${'body' in answer ? answer.body : ''}`)
}

export const changing = (main: Main, tokens: readonly string[], operation: Checked): Call => (index) =>
  ask(main, tokens[index], operation, { cardId: keyOf('card', index), verificationId: checkOf(operation, index), idempotencyKey: `benchmark-${operation}-${index}` })

/** Over and over, about each person in turn. */
export const reading = (main: Main, tokens: readonly string[], operation: Lookup): Call => (count) => {
  const index = count % tokens.length
  return ask(main, tokens[index], operation, operation === 'list' ? {} : { cardId: keyOf('card', index) })
}
