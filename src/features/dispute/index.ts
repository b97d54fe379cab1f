import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { DataOf, DisputeOnWire } from '@/contract'
import type { Disputable } from '@/domain/words'
import { useChange, type Change } from '../change'
import { absorb, newKey } from '../delivery'
import { keyOf } from '../query'

type Detail = DataOf<'card/get'>

/** Saying that it was not oneself: one request however often it is tapped, and the same one again while no one knows. */
export interface Disputing {
  readonly change: Change<'card/dispute'>
  readonly say: (about: Disputable) => void
  readonly retry: () => void
  readonly reset: () => void
}

export const useDispute = (cardId: string): Disputing => {
  const answers = useQueryClient()
  const onSaid = useCallback(({ card, dispute }: DataOf<'card/dispute'>) => {
    answers.setQueryData<Detail>(keyOf('card/get', { cardId }), (detail) => detail && { ...detail, card, dispute })
    absorb(answers, card)
  }, [answers, cardId])
  const { change, start, retry, reset } = useChange('card/dispute', onSaid)
  const say = useCallback((about: Disputable) => start({ cardId, about, idempotencyKey: newKey() }), [start, cardId])
  return { change, say, retry, reset }
}

/** The dispute that is open on a card, if its last one is. */
export const openDisputeOf = ({ dispute }: Pick<Detail, 'dispute'>): DisputeOnWire | undefined => (dispute && !dispute.closedAt ? dispute : undefined)

/** Whether what is said not to have been them is there to be disputed, as far as the card shows it. */
export const stands = ({ card, report }: Detail, about: Disputable): boolean => {
  if (about === 'lossReported') return report !== undefined
  return about !== 'reissueAccepted' || card.socialSecurity.state === 'beingReissued'
}
