import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Notice } from '@/components/notice'
import { useReissueCopy } from '@/copy/reissue'
import { hasEnded } from '@/domain/reissue/order'
import { go } from '@/platform/navigation'
import { useQuestion } from '../query'
import { reissue } from './operations'

/** A new card is on its way already: how far it is. Nothing where none is, or where nobody knows just now. */
export const Underway = ({ cardId }: { readonly cardId: string }) => {
  const { r: { happened } } = useReissueCopy()
  const order = useQuestion(reissue.order, { cardId }).data?.order
  if (!order || hasEnded(order)) return null
  return (
    <View className="page-col">
      <Notice kind="info" icon="card-new" title={happened.underway} />
      <ActionButton words={happened.underwayNext} onTap={() => void go('order', { cardId })} />
    </View>
  )
}
