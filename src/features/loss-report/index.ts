import { useLossFlow, type Flow } from '../flow'

/** Reporting a card's loss, from the explanation to the receipt. */
export const useReportLoss = (cardId: string): Flow => useLossFlow('card/reportLoss', cardId)
