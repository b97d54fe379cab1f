import { activation } from './zh/activation'
import { order } from './zh/order'
import { receipt } from './zh/receipt'

/** From the application to the new card that works: the order, the receipt, activation. */
export const zh = {
  titles: { order: '新卡办理', receipt: '领卡凭证', activation: '启用新卡' },
  order,
  receipt,
  activation,
}

/** The shape both languages have. */
export type OrderCopy = typeof zh
