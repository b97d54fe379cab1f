import type { ReactNode } from 'react'
import { View } from '@tarojs/components'

export interface Half {
  readonly name: string
  readonly say: string
  readonly effect: string
  readonly clock: readonly string[]
  readonly action?: ReactNode
}

const HalfView = ({ name, say, effect, clock, action }: Half) => (
  <View className="duo-half">
    <View className="duo-name">{name}</View>
    <View className="duo-say">
      <View className="bold">{say}</View>
      <View>{effect}</View>
    </View>
    {clock.length > 0 && <View className="duo-clock">{clock.map((line) => <View key={line}>{line}</View>)}</View>}
    {action && <View className="duo-act">{action}</View>}
  </View>
)

/** The two functions side by side, each with its effect, its own clock and its own action. */
export const Duo = ({ halves }: { readonly halves: readonly [Half, Half] }) => (
  <View className="duo">{halves.map((half) => <HalfView key={half.name} {...half} />)}</View>
)
