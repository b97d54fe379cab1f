import { useState } from 'react'
import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Dialog } from '@/components/dialog'
import type { OrderOnWire } from '@/contract'
import { useOrderCopy } from '@/copy/order'
import { isOpen } from '../change'
import { newKey } from '../delivery'
import { NotMoved } from './not-moved'
import type { OrderChanges } from './use-order'

interface CancelOrderProps {
  readonly cardId: string
  readonly order: OrderOnWire
  readonly cancel: OrderChanges['cancel']
  readonly onLook: () => void
}

/** Taking an application back, asked once more with what that means; only until it is accepted. */
export const CancelOrder = ({ cardId, order: { orderId, kind }, cancel: { change, start, retry }, onLook }: CancelOrderProps) => {
  const { n: { order: { cancel: said } } } = useOrderCopy()
  const [asking, setAsking] = useState(false)
  const confirm = () => {
    start({ cardId, orderId, idempotencyKey: newKey() })
    setAsking(false)
  }
  return (
    <View className="page-col">
      <NotMoved change={change} onRetry={retry} onLook={onLook} />
      <ActionButton kind="plain" words={said.go} busyWords={isOpen(change) ? said.busy : undefined} onTap={() => setAsking(true)} />
      <View className="sub mid-text">{said.over}</View>
      {asking && (
        <Dialog question={said.ask} words={said.lines[kind]} onClose={() => setAsking(false)}>
          <ActionButton kind="danger" words={said.yes} onTap={confirm} />
          <ActionButton kind="plain" words={said.no} onTap={() => setAsking(false)} />
        </Dialog>
      )}
    </View>
  )
}
