import { CallButton } from '@/components/call-button'
import { Empty } from '@/components/empty'
import { useCopy } from '@/copy/context'
import { useHotline } from '../banks/use-rules'

/** Nobody has a card here: why that may be, and whom to ask. */
export const NoCards = () => {
  const { t } = useCopy()
  const hotline = useHotline()
  return (
    <Empty title={t.home.noCards} lines={t.home.noCardsLines}>
      <CallButton quiet who={t.call.hotlineAsk} number={hotline} />
    </Empty>
  )
}
