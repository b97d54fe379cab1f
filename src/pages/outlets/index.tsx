import { useOutletCopy } from '@/copy/outlets'
import { OutletLookup } from '@/features/outlets/lookup'
import { Screen } from '@/features/screen/screen'
import { back, useParams } from '@/platform/navigation'
import './index.scss'

const OutletsPage = () => {
  const { o } = useOutletCopy()
  return (
    <Screen title={o.title} onBack={() => void back()}>
      <OutletLookup {...useParams('outlets')} />
    </Screen>
  )
}

export default OutletsPage
