import { useCallback, useEffect } from 'react'
import { useDelivery } from '../delivery'
import type { Failure } from '../failure'

/** The citizen's word that the bank was told, which can be taken back. */
export interface BankTold {
  readonly sending: boolean
  readonly failure: Failure | undefined
  /** Says it, or takes it back; the card's new state shows once it is answered. */
  readonly say: (told: boolean) => void
  readonly retry: () => void
}

export const useBankTold = (cardId: string): BankTold => {
  const { delivery, start, retry, reset } = useDelivery('card/bankTold', cardId)
  const { phase } = delivery
  const say = useCallback((told: boolean) => start({ cardId, told }), [start, cardId])
  // it can be said again as soon as it is answered
  useEffect(() => {
    if (phase === 'answered') reset()
  }, [phase, reset])
  const failure = delivery.phase === 'refused' || delivery.phase === 'failed' ? delivery.failure : undefined
  return { sending: phase === 'sending' || phase === 'unsure', failure, say, retry }
}
