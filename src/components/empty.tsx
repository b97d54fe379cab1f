import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { aria } from '@/platform/aria'
import { Icon } from './icon'
import type { IconName } from './icon-name'

interface EmptyProps {
  readonly title: string
  readonly lines: readonly string[]
  /** Without one, the moon stands over the hills; with one (no network) the hills are dashed. */
  readonly icon?: IconName
  readonly children?: ReactNode
}

/** Nothing here: the outline landscape, what happens next, and a way on. */
export const Empty = ({ title, lines, icon, children }: EmptyProps) => (
  <View className="page-col">
    <View className="empty">
      <View className={`art${icon ? ' art-dash' : ''}`} {...aria({ hidden: true })}>
        <View className="art-lines" />
        {icon ? <View className="art-icon"><Icon name={icon} /></View> : <View className="art-moon" />}
      </View>
      <View className="h1" {...aria({ role: 'heading', level: 1 })}>{title}</View>
      <View>{lines.map((line) => <View key={line} className="sub">{line}</View>)}</View>
    </View>
    {children}
  </View>
)
