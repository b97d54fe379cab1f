import type { QueryClient } from '@tanstack/react-query'
import type { DataOf } from '@/contract'
import { send } from '../client'
import { keyOf } from '../query'
import type { Intent, Write } from './intent'

const actionOf = { 'card/reportLoss': 'reportLoss', 'card/releaseLoss': 'releaseLoss', 'card/bankTold': 'bankTold' } as const

/**
 * Whether what an intent did is still so. The server answers a repeated intent as it did the first time; since then the card may
 * have changed through another door, and then that answer must not be shown as news.
 */
export const isStillSo = async ({ name, request }: Intent<Write>, answers: QueryClient): Promise<boolean> => {
  const { cards } = await answers.fetchQuery<DataOf<'card/list'>>({
    queryKey: keyOf('card/list', {}), queryFn: () => send('card/list', {}), staleTime: 0,
  })
  const card = cards.find(({ cardId }) => cardId === request.cardId)
  return !card?.actions.some(({ action, allowed }) => allowed && action === actionOf[name])
}
