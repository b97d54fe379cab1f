import { View } from '@tarojs/components'
import { aria } from '@/platform/aria'
import type { IconName } from './icon-name'

/** A drawing beside words; it says nothing by itself, so readers of the screen skip it. */
export const Icon = ({ name }: { readonly name: IconName }) => <View className={`ic i-${name}`} {...aria({ hidden: true })} />
