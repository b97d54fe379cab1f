import { useState } from 'react'
import { View } from '@tarojs/components'
import { Subheading } from '@/components/heading'
import { Points } from '@/components/points'
import type { OrderOnWire } from '@/contract'
import { useOrderCopy } from '@/copy/order'
import type { Paper } from '@/domain/words'
import { aria } from '@/platform/aria'
import { PaperRow } from '../reissue/papers-list'
import { keepPacked, keptPacked } from './packed'

/** The same at a terminal, where nobody packs. */
export const ToBring = ({ order: { papersToCollect } }: { readonly order: OrderOnWire }) => {
  const { r } = useOrderCopy()
  return <Points icon="idcard" title={r.ways.bring} points={papersToCollect.map((paper) => r.papers.paper[paper])} />
}

/** What to bring to collect the card, each ticked off once it is packed. */
export const Bring = ({ order: { orderId, papersToCollect } }: { readonly order: OrderOnWire }) => {
  const { r, n: { order: { collect: said } } } = useOrderCopy()
  const [packed, setPacked] = useState(() => keptPacked(orderId))
  const tick = (paper: Paper) => {
    const next = packed.includes(paper) ? packed.filter((one) => one !== paper) : [...packed, paper]
    setPacked(next)
    keepPacked(orderId, next)
  }
  return (
    <View className="page-col">
      <Subheading words={said.bring} />
      <View className="sheet" {...aria({ role: 'group', label: said.bring })}>
        {papersToCollect.map((paper) => (
          <PaperRow key={paper} words={r.papers.paper[paper]} second={paper === 'receipt' ? said.receipt : r.papers.original} ticked={packed.includes(paper)} onTap={() => tick(paper)} />
        ))}
      </View>
      <View className="bold" {...aria({ live: 'polite' })}>{said.left(papersToCollect.filter((paper) => !packed.includes(paper)).length)}</View>
    </View>
  )
}
