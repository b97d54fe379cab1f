import { useEffect, useMemo } from 'react'
import { isRefusal, type Failure } from '../failure'
import { useQuestion } from '../query'
import { reissue } from '../reissue/operations'
import { forgetReceipt, keepReceipt, keptReceipt, type KeptReceipt } from './kept-receipt'

/** `known`: the receipt, as of now or, where it cannot be looked up, as of when it was kept. */
export interface ReceiptFound {
  readonly known: (KeptReceipt & { readonly fresh: boolean }) | undefined
  readonly failure: Failure | undefined
  readonly loading: boolean
  readonly retry: () => void
}

/** The collection receipt of a card. One that the server says is over is not shown any more. */
export const useReceipt = (cardId: string): ReceiptFound => {
  const { status, data, failure, checkedAt = 0, retry } = useQuestion(reissue.receipt, { cardId })
  const before = useMemo(() => keptReceipt(cardId), [cardId])
  const isOver = failure !== undefined && isRefusal(failure)
  useEffect(() => {
    if (data && status === 'ready') keepReceipt(cardId, { at: checkedAt, receipt: data.receipt })
    if (isOver) forgetReceipt(cardId)
  }, [cardId, checkedAt, data, isOver, status])
  const last = data ? { at: checkedAt, receipt: data.receipt } : before
  return { known: isOver || !last ? undefined : { ...last, fresh: status === 'ready' }, failure, loading: status === 'loading', retry }
}
