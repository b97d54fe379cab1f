import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { aria } from '@/platform/aria'
import { Heading } from './heading'
import { Icon } from './icon'
import type { IconName } from './icon-name'

interface ResultProps {
  readonly title: string
  readonly second: string
  /** The card as it is now, or a mark. */
  readonly picture: ReactNode
}

/** What came of it: read out as soon as it is there. */
export const Result = ({ title, second, picture }: ResultProps) => (
  <View className="result" {...aria({ live: 'polite' })}>
    {picture}
    <View className="grow"><Heading words={title} second={second} /></View>
  </View>
)

interface MarkProps {
  readonly kind: 'good' | 'todo' | 'bad' | 'calm'
  readonly icon: IconName
}

export const Mark = ({ kind, icon }: MarkProps) => <View className={`result-mark result-${kind}`}><Icon name={icon} /></View>
