import type { ReactNode } from 'react'
import type { DataOf } from '@/contract'
import { back } from '@/platform/navigation'
import { useHotline } from '../banks/use-rules'
import { Answered } from '../screen/answered'
import { CitizenScreen } from '../screen/citizen-screen'
import { useCard } from './index'

interface CardGateProps {
  readonly cardId: string
  readonly title: string
  readonly children: (detail: DataOf<'card/get'>, refresh: () => void) => ReactNode
}

/** One card, once it is there; until then, and when it cannot be had, a screen that says so. */
export const CardGate = ({ cardId, title, children }: CardGateProps) => {
  const query = useCard(cardId)
  const hotline = useHotline()
  if (query.data !== undefined) return children(query.data, query.retry)
  return (
    <CitizenScreen task title={title} onBack={() => void back()}>
      <Answered query={query} hotline={hotline} bones={['line', 'card', 'cell']}>{() => null}</Answered>
    </CitizenScreen>
  )
}
