import { View } from '@tarojs/components'
import { Icon } from './icon'
import type { IconName } from './icon-name'
import { Tap } from './tap'

interface CellProps {
  readonly title: string
  readonly second?: string | undefined
  readonly icon?: IconName
  /** Cannot be done now: the second line is the reason, and a tap reads it again. */
  readonly off?: boolean
  readonly onTap: () => void
}

/** A row that leads on. What cannot be done stays in its place with the reason under it. */
export const Cell = ({ title, second, icon, off = false, onTap }: CellProps) => (
  <Tap className={`cell${off ? ' cell-off' : ''}${icon ? '' : ' cell-bare'}`} onTap={onTap} {...(off && { disabled: true })}>
    {icon && <View className="cell-icon"><Icon name={icon} /></View>}
    <View className="grow">
      <View className="cell-title">{title}</View>
      {second && <View className="cell-second">{second}</View>}
    </View>
    {!off && <View className="cell-go"><Icon name="next" /></View>}
  </Tap>
)
