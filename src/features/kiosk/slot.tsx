import { View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { aria } from '@/platform/aria'

/** A card that goes into the slot below the screen. */
export const Slot = ({ words, icon }: { readonly words: string; readonly icon: 'person' | 'card' }) => (
  <View>
    <View className="kiosk-slot" {...aria({ hidden: true })}>
      <View className="kiosk-slot-card">
        <Icon name={icon} />
        <View className="kiosk-slot-lines"><View className="kiosk-slot-line" /><View className="kiosk-slot-line kiosk-slot-short" /><View className="kiosk-slot-line" /></View>
      </View>
    </View>
    <View className="kiosk-pad"><View className="kiosk-light" {...aria({ hidden: true })} /><View>{words}</View></View>
  </View>
)
