import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Empty } from '@/components/empty'
import { useKioskCopy } from '@/copy/kiosk'
import { aria } from '@/platform/aria'
import { askPlace } from './place'
import { useLook } from './look'

/** Before it is known what this browser is, nothing is shown; where no answer comes, that it is tried again. */
export const Connecting = ({ failed }: { readonly failed: boolean }) => {
  const { t, k } = useKioskCopy()
  const { className, style } = useLook('t-normal')
  return (
    <View className={className} style={style}>
      {failed && (
        <View className="page page-task" {...aria({ role: 'main' })}>
          <Empty icon="offline" title={k.connecting.failed} lines={[k.connecting.next]}>
            <ActionButton icon="refresh" words={t.common.retry} onTap={() => void askPlace()} />
          </Empty>
        </View>
      )}
    </View>
  )
}
