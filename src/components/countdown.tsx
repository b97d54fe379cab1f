import { View } from '@tarojs/components'
import { aria } from '@/platform/aria'

const dayLength = 86_400_000

interface End {
  readonly at: string
  readonly words: string
}

interface CountdownProps {
  readonly from: number
  readonly to: number
  readonly now: number
  readonly ends: readonly [End, End]
  readonly label: (gone: number, of: number) => string
}

/** How much of day `index` is over, 0 to 1. */
const gone = (index: number, from: number, now: number): number =>
  Math.min(1, Math.max(0, (now - from) / dayLength - index))

const Day = ({ over }: { readonly over: number }) => (
  <View className={`day${over === 1 ? ' day-gone' : ''}`}>
    {over > 0 && over < 1 && <View className="day-part" style={{ width: `${Math.round(over * 100)}%` }} />}
  </View>
)

/** A temporary report's days, past ones grey, with both ends in words. */
export const Countdown = ({ from, to, now, ends, label }: CountdownProps) => {
  const days = Math.round((to - from) / dayLength)
  const whole = Math.min(days, Math.floor((now - from) / dayLength))
  return (
    <View className="sheet sheet-in">
      <View className="days" {...aria({ role: 'img', label: label(whole, days) })}>
        {Array.from({ length: days }, (_, index) => <Day key={index} over={gone(index, from, now)} />)}
      </View>
      <View className="ends">
        {ends.map(({ at, words }, index) => (
          <View key={at} className={index === 1 ? 'ends-right' : ''}>
            <View>{at}</View>
            <View>{words}</View>
          </View>
        ))}
      </View>
    </View>
  )
}
