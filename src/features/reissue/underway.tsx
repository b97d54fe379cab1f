import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Notice } from '@/components/notice'
import type { CardOnWire } from '@/contract'
import { useReissueCopy } from '@/copy/reissue'
import { hasEnded } from '@/domain/reissue/order'
import { go } from '@/platform/navigation'

/** A new card is on its way already: how far it is. */
export const Underway = ({ card: { cardId, order: state } }: { readonly card: CardOnWire }) => {
  const { t, r: { happened } } = useReissueCopy()
  if (!state || hasEnded({ state })) return null
  return (
    <View className="page-col">
      <Notice kind="info" icon="card-new" title={happened.underway}>{t.order[state]}</Notice>
      <ActionButton words={happened.underwayNext} onTap={() => void go('order', { cardId })} />
    </View>
  )
}
