import { View } from '@tarojs/components'
import { Cell } from '@/components/cell'
import type { DataOf } from '@/contract'
import { useCopy } from '@/copy/context'
import { go } from '@/platform/navigation'
import { openDisputeOf } from './index'

/** That somebody said “it wasn't me”, what that stops and what ends it, with the way to how far it is; nothing where nobody did. */
export const OpenDispute = ({ detail }: { readonly detail: DataOf<'card/get'> | undefined }) => {
  const { t } = useCopy()
  if (!detail || !openDisputeOf(detail)) return null
  const { title, next } = t.errors.disputeOpen
  return <View className="sheet"><Cell icon="warn" title={title} second={next} onTap={() => void go('dispute', { cardId: detail.card.cardId, about: '' })} /></View>
}
