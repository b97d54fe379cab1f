import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Notice } from '@/components/notice'
import { useToldCopy } from '@/copy/told'
import { aria } from '@/platform/aria'
import { askLeave } from '@/platform/subscribe'
import { NotDone, NowSo } from '../not-done'
import { useSubscribing } from './index'

const Offer = () => {
  const { m } = useToldCopy()
  const { offered, stage, failure, ask, retry } = useSubscribing()
  if (!offered) return null
  if (stage === 'done') return <NowSo words={m.subscribe.done} />
  if (stage === 'failed') return <NotDone failure={failure} title={m.subscribe.failed} onRetry={retry} />
  if (stage === 'refused') return <View {...aria({ live: 'polite' })}><Notice kind="info">{m.subscribe.refused}</Notice></View>
  return (
    <View>
      <ActionButton kind="second" words={m.subscribe.ask} busyWords={stage === 'idle' ? undefined : m.subscribe.busy} onTap={ask} />
      <View className="why">{m.subscribe.why}</View>
    </View>
  )
}

/** “Tell me when it changes”, where the platform can; nothing where it cannot. Whoever says no has the messages all the same. */
export const TellMe = () => (askLeave ? <Offer /> : null)
