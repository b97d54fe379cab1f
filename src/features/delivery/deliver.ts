import { onlineManager, type QueryClient } from '@tanstack/react-query'
import type { CardOnWire, DataOf, RequestOf } from '@/contract'
import { send } from '../client'
import { Failed, failureFrom, failureOf, isDoubtful } from '../failure'
import { keyOf } from '../query'
import { forgetIntent, keepIntent, type Answer, type Intent, type Write } from './intent'

const underway = new Map<string, Promise<unknown>>()

const withCard = (list: DataOf<'card/list'> | undefined, card: CardOnWire): DataOf<'card/list'> | undefined =>
  list && { cards: list.cards.map((known) => (known.cardId === card.cardId ? card : known)) }

/** Shows a card's new state everywhere at once, and has the rest of what is known of it asked again. */
export const absorb = (answers: QueryClient, card: CardOnWire): void => {
  answers.setQueryData<DataOf<'card/list'>>(keyOf('card/list', {}), (list) => withCard(list, card))
  for (const name of ['card/get', 'card/history'] as const)
    void answers.invalidateQueries({ queryKey: keyOf(name, { cardId: card.cardId }) })
  void answers.invalidateQueries({ queryKey: keyOf('person/inbox', {}) })
}

const sendOnce = async <Name extends Write>({ name, request }: Intent<Name>): Promise<Answer<Name>> => {
  if (!onlineManager.isOnline()) throw new Failed(failureOf('offline'))
  return send(name, request as RequestOf<Name>)
}

const follow = async <Name extends Write>(intent: Intent<Name>, answers: QueryClient): Promise<Answer<Name>> => {
  keepIntent(intent)
  try {
    const answer = await sendOnce(intent)
    forgetIntent(intent)
    absorb(answers, answer.card)
    return answer
  } catch (thrown) {
    const failure = failureFrom(thrown)
    if (!isDoubtful(failure) && !failure.retryable) forgetIntent(intent)
    throw thrown
  }
}

/**
 * Sends an intent and forgets it once it is answered for good. The same intent is never under way twice: who asks meanwhile gets
 * the answer of the first.
 */
export const deliver = <Name extends Write>(intent: Intent<Name>, answers: QueryClient): Promise<Answer<Name>> => {
  const { idempotencyKey } = intent.request
  const same = underway.get(idempotencyKey) as Promise<Answer<Name>> | undefined
  if (same) return same
  const answer = follow(intent, answers).finally(() => underway.delete(idempotencyKey))
  underway.set(idempotencyKey, answer)
  return answer
}
