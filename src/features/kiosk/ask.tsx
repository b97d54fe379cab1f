import { View } from '@tarojs/components'
import { Heading } from '@/components/heading'
import { Link } from '@/components/link'
import { Notice } from '@/components/notice'
import { useKioskCopy } from '@/copy/kiosk'
import { sandbox } from '@/platform/build'
import { go } from '@/platform/navigation'
import { useStore } from '../store'
import { PutOn } from './demo'
import { Slot } from './slot'
import { visit } from './visit'

const useQuestion = (): string => {
  const { t, k } = useKioskCopy()
  const { stage, aim, failure } = useStore(visit)
  if (stage === 'consent') return k.privacy.title
  if (stage === 'entering') return k.entering.title
  if (failure) return t.errors[failure.code].title
  return aim ? k.waiting[aim] : k.start.ask
}

/** What is asked of whoever stands here, and where the ID card goes. */
export const Ask = () => {
  const { k } = useKioskCopy()
  const { stage, afterEnded } = useStore(visit)
  return (
    <View className="kiosk-ask">
      <Heading words={useQuestion()} />
      {afterEnded && <Notice kind="info" icon="clock">{k.start.ended}</Notice>}
      <View className="kiosk-read">
        <Slot words={k.start.slot} icon="person" />
        <View className="kiosk-lines">
          {stage === 'start' && <View>{k.start.ready}</View>}
          {stage === 'entering' && <View>{k.entering.second}</View>}
          {stage === 'start' && <Link words={k.start.guide} onTap={() => void go('help')} />}
          {sandbox && stage === 'start' && <PutOn />}
        </View>
      </View>
    </View>
  )
}
