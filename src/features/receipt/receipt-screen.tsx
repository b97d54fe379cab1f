import { Loading } from '@/components/loading'
import { useOrderCopy } from '@/copy/order'
import { back } from '@/platform/navigation'
import { useHotline } from '../banks/use-rules'
import { useCard } from '../card'
import { ReissueFailed } from '../reissue/failed'
import { CitizenScreen } from '../screen/citizen-screen'
import { Problem } from '../screen/problem'
import { ReceiptView } from './receipt-view'
import { useReceipt, type ReceiptFound } from './use-receipt'

interface NotThereProps extends Pick<ReceiptFound, 'loading' | 'failure' | 'retry'> {
  readonly cardId: string
}

/** No receipt to show: it is being asked for, a rule says that there is none, or something went wrong. */
const NotThere = ({ cardId, loading, failure, retry }: NotThereProps) => {
  const { n } = useOrderCopy()
  const card = useCard(cardId).data?.card
  const hotline = useHotline(card?.city)
  if (loading || !failure) return <Loading bones={['line', 'card', 'cell', 'cell']} />
  return card ? <ReissueFailed failure={failure} card={card} onRetry={retry} /> : <Problem failure={failure} hotline={hotline} call={n.receipt.call} onRetry={retry} />
}

/** The collection receipt (领卡凭证), also without a network. */
export const ReceiptScreen = ({ cardId }: { readonly cardId: string }) => {
  const { n } = useOrderCopy()
  const { known, loading, failure, retry } = useReceipt(cardId)
  return (
    <CitizenScreen title={n.titles.receipt} onBack={() => void back()}>
      {known ? <ReceiptView cardId={cardId} known={known} /> : <NotThere cardId={cardId} loading={loading} failure={failure} retry={retry} />}
    </CitizenScreen>
  )
}
