import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Icon } from './icon'
import type { IconName } from './icon-name'
import { aria } from '@/platform/aria'

const icons = { info: 'info', good: 'ok', todo: 'bang', bad: 'warn' } as const satisfies Record<string, IconName>

interface NoticeProps {
  readonly kind: keyof typeof icons
  readonly icon?: IconName
  readonly title?: string
  readonly children?: ReactNode
}

/** At most two sentences, beside what they are about. A bad one is read out at once. */
export const Notice = ({ kind, icon = icons[kind], title, children }: NoticeProps) => (
  <View className={`notice notice-${kind}`} {...aria(kind === 'bad' ? { role: 'alert' } : {})}>
    <View className="notice-icon"><Icon name={icon} /></View>
    <View className="grow">
      {title && <View className="notice-title">{title}</View>}
      {children && <View>{children}</View>}
    </View>
  </View>
)
