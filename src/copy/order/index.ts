import { useReissueCopy } from '../reissue'
import { en } from './en'
import { zh, type OrderCopy } from './zh'

export type { OrderCopy }

const copies = { zh, en } as const satisfies Record<'zh' | 'en', OrderCopy>

/** The words of an order, its receipt and the new card's activation in a language. */
export const orderCopyIn = (language: 'zh' | 'en'): OrderCopy => copies[language]

/** The same in the citizen's language: `n` beside the `t` of all screens and the `r` of the way to a new card. */
export const useOrderCopy = () => {
  const copy = useReissueCopy()
  return { ...copy, n: orderCopyIn(copy.language) }
}
