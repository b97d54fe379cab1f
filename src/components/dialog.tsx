import { useEffect, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { aria, escape } from '@/platform/aria'
import { moveFocusInto } from '@/platform/focus'

interface DialogProps {
  readonly question: string
  readonly words: string
  /** Leaves everything as it is. */
  readonly onClose: () => void
  /** Buttons that each say what they do. */
  readonly children: ReactNode
}

/** One question from the bottom edge, over everything else. */
export const Dialog = ({ question, words, onClose, children }: DialogProps) => {
  useEffect(() => moveFocusInto('[role=dialog]'), [])
  return (
    <View className="veil" {...escape(onClose)}>
      <View className="dialog" {...aria({ role: 'dialog', modal: true, label: question })}>
        <View className="h2" {...aria({ role: 'heading', level: 2 })}>{question}</View>
        <View className="sub">{words}</View>
        {children}
      </View>
    </View>
  )
}
