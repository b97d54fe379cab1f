import { activation } from './en/activation'
import { order } from './en/order'
import { receipt } from './en/receipt'
import type { OrderCopy } from './zh'

export const en: OrderCopy = {
  titles: { order: 'The new card', receipt: 'Collection receipt', activation: 'Activate the card' },
  order,
  receipt,
  activation,
}
