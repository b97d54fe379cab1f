import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { aria } from '@/platform/aria'

interface DialogProps {
  readonly question: string
  readonly words: string
  /** Buttons that each say what they do. */
  readonly children: ReactNode
}

/** One question from the bottom edge, over everything else. */
export const Dialog = ({ question, words, children }: DialogProps) => (
  <View className="veil">
    <View className="dialog" {...aria({ role: 'dialog', modal: true, label: question })}>
      <View className="h2" {...aria({ role: 'heading', level: 2 })}>{question}</View>
      <View className="sub">{words}</View>
      {children}
    </View>
  </View>
)
