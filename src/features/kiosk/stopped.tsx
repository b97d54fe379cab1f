import { View } from '@tarojs/components'
import { Empty } from '@/components/empty'
import { Link } from '@/components/link'
import { useKioskCopy } from '@/copy/kiosk'
import { aria } from '@/platform/aria'
import { toEnrolment } from '@/platform/kiosk/pages'
import { useLook } from './look'
import '@/styles/kiosk.scss'

/** The operator took this terminal out of use. */
export const Stopped = () => {
  const { k } = useKioskCopy()
  const { className, style } = useLook()
  return (
    <View className={className} style={style}>
      <View className="page page-task" {...aria({ role: 'main' })}>
        <Empty icon="stop" title={k.failed.stopped} lines={[k.failed.stoppedNext]}>
          <Link middle words={k.failed.enrol} onTap={toEnrolment} />
        </Empty>
      </View>
    </View>
  )
}
