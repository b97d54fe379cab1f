import { View } from '@tarojs/components'
import type { OutletOnWire } from '@/contract'
import { useOutletCopy } from '@/copy/outlets'
import { weekdayOf } from '@/copy/outlets/clock'
import { aria } from '@/platform/aria'

type Week = NonNullable<OutletOnWire['hours']>
type Day = Week[number]

interface WeekHoursProps {
  readonly hours: Week
  readonly now: number
}

/** `09:00` as it stands on a door: `9:00`. */
const onDoor = (time: string): string => time.replace(/^0/, '')

/** A week's opening hours, today's marked in words as well. */
export const WeekHours = ({ hours, now }: WeekHoursProps) => {
  const { o, t } = useOutletCopy()
  const today = weekdayOf(now)
  const said = (day: Day) => (day.length === 0 ? o.detail.shut : t.words.list(day.map(({ from, to }) => `${onDoor(from)}–${onDoor(to)}`)))
  return (
    <View className="sheet sum week" {...aria({ role: 'list', label: o.detail.week })}>
      {o.weekdays.map((weekday, index) => (
        <View key={weekday} className={`sum-row${index === today ? ' week-today' : ''}`} {...aria({ role: 'listitem' })}>
          <View className="sum-label">{index === today ? o.detail.today(weekday) : weekday}</View>
          <View className="sum-value">
            {said(hours[index] ?? [])}
          </View>
        </View>
      ))}
    </View>
  )
}
