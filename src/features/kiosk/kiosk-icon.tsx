import { View } from '@tarojs/components'
import { aria } from '@/platform/aria'

/** The drawings that only a terminal has. */
export const KioskIcon = ({ name }: { readonly name: 'speak' | 'globe' | 'hand' | 'leave' }) => <View className={`ic i-${name}`} {...aria({ hidden: true })} />
