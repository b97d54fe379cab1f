import { useOutletCopy } from '@/copy/outlets'
import { OutletDetail } from '@/features/outlets/outlet-detail'
import { Screen } from '@/features/screen/screen'
import { back, useParams } from '@/platform/navigation'
import './index.scss'

const OutletPage = () => {
  const { o } = useOutletCopy()
  return (
    <Screen title={o.one} onBack={() => void back()}>
      <OutletDetail {...useParams('outlet')} />
    </Screen>
  )
}

export default OutletPage
