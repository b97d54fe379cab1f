import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { aria } from '@/platform/aria'
import { Icon } from './icon'

/** What is still open, with the way to do it. It stays until it is done and cannot be swiped away. */
export const Task = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <View className="task" {...aria({ role: 'region', label: title })}>
    <View className="task-title" {...aria({ role: 'heading', level: 2 })}><Icon name="bang" /><View className="grow">{title}</View></View>
    {children}
  </View>
)
