import { View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { useOutletCopy } from '@/copy/outlets'
import { aria } from '@/platform/aria'
import { isPhone } from '@/platform/phone'

export type Shown = 'list' | 'map'

interface ViewsProps {
  readonly shown: Shown
  readonly onShow: (view: Shown) => void
}

/** The same outlets two ways; a browser's second one is no map, and does not call itself one. */
export const Views = ({ shown, onShow }: ViewsProps) => {
  const { o } = useOutletCopy()
  const ways = [
    { view: 'list', icon: 'list', words: o.views.list },
    { view: 'map', icon: 'pin', words: isPhone ? o.views.map : o.views.plot },
  ] as const
  return (
    <View className="ways" {...aria({ role: 'radiogroup', label: o.views.label })}>
      {ways.map(({ view, icon, words }) => (
        <Tap key={view} className={`way${view === shown ? ' way-on' : ''}`} role="radio" checked={view === shown} onTap={() => onShow(view)}>
          <Icon name={icon} />
          <View>{words}</View>
        </Tap>
      ))}
    </View>
  )
}
