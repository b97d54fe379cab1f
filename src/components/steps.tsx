import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { aria } from '@/platform/aria'
import { Icon } from './icon'

export interface Step {
  readonly key: string
  readonly title: string
  /** Beside the title: that this is where it stands. */
  readonly badge?: string
  readonly lines: readonly string[]
  readonly dot: 'slate' | 'good' | 'todo' | 'azure' | 'now' | 'hollow'
  readonly ticked?: boolean
  readonly action?: ReactNode
}

const place = (index: number, count: number): string =>
  `${index === 0 ? ' step-first' : ''}${index === count - 1 ? ' step-last' : ''}`

/** Things in their order on a line: what to do one after the other, or what happened, newest first. */
export const Steps = ({ steps }: { readonly steps: readonly Step[] }) => (
  <View className="sheet steps" {...aria({ role: 'list' })}>
    {steps.map(({ key, title, badge, lines, dot, ticked, action }, index) => (
      <View key={key} className={`step${place(index, steps.length)}`} {...aria({ role: 'listitem' })}>
        <View className={`step-dot dot-${dot}`}>{ticked && <Icon name="check" />}</View>
        <View className={`step-title${dot === 'hollow' ? ' step-ahead' : ''}`}>
          <View>{title}</View>
          {badge && <View className="badge tone-info">{badge}</View>}
        </View>
        {lines.map((line) => <View key={line} className="step-second">{line}</View>)}
        {action}
      </View>
    ))}
  </View>
)
