import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { CallButton } from '@/components/call-button'
import { CardObject } from '@/components/card-object'
import { unknownFaces } from '@/components/face'
import { Heading } from '@/components/heading'
import { useCopy } from '@/copy/context'
import { useHotline } from '../banks/use-rules'

/** The card could not be looked up: it is drawn as unknown, and one can try again or call. */
export const UnknownCard = ({ onRetry }: { readonly onRetry: () => void }) => {
  const { t } = useCopy()
  return (
    <View className="page-col">
      <Heading words={t.home.unknown} second={t.home.unknownNext} />
      <CardObject faces={unknownFaces} bank={t.words.bank} />
      <ActionButton icon="refresh" words={t.common.retry} onTap={onRetry} />
      <CallButton quiet who={t.call.hotline} number={useHotline()} />
    </View>
  )
}
