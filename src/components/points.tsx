import { View } from '@tarojs/components'
import { Icon } from './icon'
import type { IconName } from './icon-name'

interface PointsProps {
  readonly icon: IconName
  readonly title: string
  readonly points: readonly string[]
  readonly todo?: boolean
}

/** A few short sentences under one heading; `todo` for what is left to do. */
export const Points = ({ icon, title, points, todo = false }: PointsProps) => (
  <View className={`points${todo ? ' points-todo' : ''}`}>
    <View className="points-title"><Icon name={icon} /><View className="grow">{title}</View></View>
    {points.map((point) => <View key={point} className="point">{point}</View>)}
  </View>
)
