import { View } from '@tarojs/components'
import type { CardFunction } from '@/domain/words'
import { looks, type Face } from './face'
import { Icon } from './icon'
import { useCopy } from '@/copy/context'

interface StateBadgeProps {
  readonly of: CardFunction
  readonly face: Face
  /** Other words for the same state, where a screen says what will be. */
  readonly words?: string | undefined
}

/** A state as icon, words and colour: never colour alone. */
export const StateBadge = ({ of, face, words }: StateBadgeProps) => {
  const { t } = useCopy()
  const { tone, icon } = looks[face]
  return (
    <View className={`badge tone-${tone}`}>
      <Icon name={icon} />
      <View>{words ?? t.badges[of][face]}</View>
    </View>
  )
}
