import { useCopy } from '@/copy/context'
import { CardGate } from '@/features/card/card-gate'
import { WhereToGo } from '@/features/card/what-next'
import { CitizenScreen } from '@/features/screen/citizen-screen'
import { back, useParams } from '@/platform/navigation'

const OrderPage = () => {
  const title = useCopy().t.home.services.reissue
  const { cardId } = useParams('order')
  return (
    <CardGate cardId={cardId} title={title}>
      {({ card }) => <CitizenScreen task title={title} onBack={() => void back()}><WhereToGo card={card} /></CitizenScreen>}
    </CardGate>
  )
}

export default OrderPage
