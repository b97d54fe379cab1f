import { ActionButton } from '@/components/action-button'
import { Empty } from '@/components/empty'
import { useOrderCopy } from '@/copy/order'
import { replace } from '@/platform/navigation'

/** Nothing was applied for: what happened to the card is where it begins. */
export const NoOrder = ({ cardId }: { readonly cardId: string }) => {
  const { n: { order } } = useOrderCopy()
  return (
    <Empty title={order.none} lines={order.noneLines}>
      <ActionButton words={order.noneGo} onTap={() => void replace('whatHappened', { cardId })} />
    </Empty>
  )
}
