import { ReceiptScreen } from '@/features/receipt/receipt-screen'
import { useSession } from '@/features/session'
import { useParams } from '@/platform/navigation'
import './index.scss'

const ReceiptPage = () => {
  const { citizen } = useSession()
  // what was kept is whoever's who is signed in
  return <ReceiptScreen key={citizen ?? ''} {...useParams('receipt')} />
}

export default ReceiptPage
