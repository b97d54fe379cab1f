import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { CardOnWire, OrderOnWire } from '@/contract'
import { useChange } from '../change'
import { absorb } from '../delivery'
import { keyOf, useQuestion } from '../query'
import { reissue } from '../reissue/operations'

/** The last order of a card. */
export const useOrder = (cardId: string) => useQuestion(reissue.order, { cardId })

/** What a citizen can still do about an order; its new state is shown everywhere at once. */
export const useOrderChanges = (cardId: string) => {
  const answers = useQueryClient()
  const onDone = useCallback((data: { readonly card: CardOnWire; readonly order: OrderOnWire }) => {
    absorb(answers, data.card)
    answers.setQueryData(keyOf(reissue.order, { cardId }), data)
    void answers.invalidateQueries({ queryKey: [reissue.options.name] })
  }, [answers, cardId])
  return { correct: useChange(reissue.correct, onDone), cancel: useChange(reissue.cancel, onDone), changeAddress: useChange(reissue.changeAddress, onDone) }
}

export type OrderChanges = ReturnType<typeof useOrderChanges>
