import { View } from '@tarojs/components'
import { aria } from '@/platform/aria'

interface ProgressProps {
  readonly at: number
  readonly of: number
  readonly words: string
}

/** How far a task is: `at` of `of` steps, also in words. */
export const Progress = ({ at, of, words }: ProgressProps) => (
  <View className="progress">
    {Array.from({ length: of }, (_, index) => (
      <View key={index} className={`progress-step${index < at ? ' progress-on' : ''}`} {...aria({ hidden: true })} />
    ))}
    <View className="progress-words">{words}</View>
  </View>
)
