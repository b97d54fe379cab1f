import { useLossFlow, type Flow } from '../flow'

/** Releasing a loss report (解挂), from the explanation to the card that works again. */
export const useReleaseLoss = (cardId: string): Flow => useLossFlow('card/releaseLoss', cardId)
