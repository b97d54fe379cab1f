import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { CallButton } from '@/components/call-button'
import { Mark, Result } from '@/components/result'
import { useCopy } from '@/copy/context'

interface UnsureProps {
  readonly hotline: string
  readonly onRetry: () => void
  readonly onSeeCard: () => void
}

/** Sent, and no one knows yet what came of it: never called failed before we know. */
export const Unsure = ({ hotline, onRetry, onSeeCard }: UnsureProps) => {
  const { t } = useCopy()
  return (
    <View className="page-col">
      <Result title={t.common.unsure.title} second={t.common.unsure.next} picture={<Mark kind="todo" icon="clock" />} />
      <View className="body">{t.unsure.stillNext}</View>
      <ActionButton icon="refresh" words={t.unsure.ask} onTap={onRetry} />
      <ActionButton kind="second" words={t.unsure.see} onTap={onSeeCard} />
      <CallButton quiet who={t.call.hotlineAsk} number={hotline} />
    </View>
  )
}
