import { useCallback, useState } from 'react'
import { useNow } from '@/components/use-now'
import type { CardOnWire, OrderOnWire } from '@/contract'
import { useOrderCopy } from '@/copy/order'
import { back } from '@/platform/navigation'
import { useHotline } from '../banks/use-rules'
import { newKey } from '../delivery'
import { PhotoPart } from '../reissue/photo-part'
import { Answered } from '../screen/answered'
import { CitizenScreen } from '../screen/citizen-screen'
import { AddressAgain } from './address-again'
import { NoOrder } from './no-order'
import { OrderView } from './order-view'
import { isSentBackFor } from './put-right'
import { useOrder, useOrderChanges } from './use-order'

interface KnownProps {
  readonly card: CardOnWire
  readonly order: OrderOnWire
  readonly stale: boolean
  readonly refresh: () => void
}

/** An order, or what is put right about it: a photo, an address. */
const Known = ({ card, order, stale, refresh }: KnownProps) => {
  const { n } = useOrderCopy()
  const [asked, ask] = useState<'photo' | 'correctAddress' | 'changeAddress'>()
  const close = useCallback(() => ask(undefined), [])
  const now = useNow()
  const { cardId } = card
  const { orderId } = order
  const changes = useOrderChanges(cardId)
  const { correct, changeAddress } = changes
  const startCorrect = correct.start
  const onPhoto = useCallback(({ photoId }: { readonly photoId?: string }) => {
    if (photoId) startCorrect({ cardId, orderId, photoId, idempotencyKey: newKey() })
  }, [cardId, orderId, startCorrect])
  const onAddress = () => {
    correct.reset()
    changeAddress.reset()
    ask(isSentBackFor(order, 'address') ? 'correctAddress' : 'changeAddress')
  }
  if (asked === 'photo') return <PhotoPart card={card} applying={{ put: onPhoto }} at={1} of={1} onNext={close} onBack={close} />
  if (asked) {
    const { change, start, retry } = asked === 'correctAddress' ? correct : changeAddress
    return <AddressAgain card={card} order={order} change={change} onSave={(address) => start({ cardId, orderId, address, idempotencyKey: newKey() })} onRetry={retry} onBack={close} />
  }
  return (
    <CitizenScreen title={n.titles.order} onBack={() => void back()}>
      <OrderView
        card={card}
        order={order}
        changes={changes}
        now={now}
        stale={stale}
        refresh={refresh}
        onPhoto={() => ask('photo')}
        onAddress={onAddress}
        onChecked={() => startCorrect({ cardId, orderId, idempotencyKey: newKey() })}
      />
    </CitizenScreen>
  )
}

/** How far the new card is that takes the place of one card. */
export const OrderScreen = ({ cardId }: { readonly cardId: string }) => {
  const { n } = useOrderCopy()
  const query = useOrder(cardId)
  const hotline = useHotline(query.data?.card.city)
  const { data } = query
  if (data?.order) return <Known card={data.card} order={data.order} stale={query.status === 'failed'} refresh={query.retry} />
  return (
    <CitizenScreen task title={n.titles.order} onBack={() => void back()}>
      <Answered query={query} hotline={hotline} call={n.order.call} bones={['line', 'card', 'cell', 'cell']}>{() => <NoOrder cardId={cardId} />}</Answered>
    </CitizenScreen>
  )
}
