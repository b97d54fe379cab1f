import { useCopy } from '@/copy/context'
import { CardGate } from '@/features/card/card-gate'
import { ReleaseFlow } from '@/features/release/release-flow'
import { useParams } from '@/platform/navigation'

const ReleasePage = () => {
  const { t } = useCopy()
  const { cardId } = useParams('release')
  return <CardGate cardId={cardId} title={t.screens.release}>{(detail) => <ReleaseFlow detail={detail} />}</CardGate>
}

export default ReleasePage
