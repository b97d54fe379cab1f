import { View } from '@tarojs/components'
import { Icon } from './icon'
import type { IconName } from './icon-name'
import { Tap } from './tap'

interface ActionButtonProps {
  readonly words: string
  /** One primary button a screen; `plain` is the way out. */
  readonly kind?: 'primary' | 'second' | 'plain' | 'danger'
  readonly icon?: IconName
  readonly small?: boolean
  /** What it says while it works; then it takes no second tap. */
  readonly busyWords?: string | undefined
  /** Why it cannot be done now; shown below. */
  readonly offReason?: string | undefined
  readonly onTap: () => void
}

export const ActionButton = (props: ActionButtonProps) => {
  const { words, kind = 'primary', icon, small = false, busyWords, offReason, onTap } = props
  const stopped = Boolean(busyWords ?? offReason)
  const look = offReason ? 'off' : kind
  return (
    <View>
      <Tap
        className={`btn btn-${look}${small ? ' btn-small' : ''}`}
        onTap={stopped ? undefined : onTap}
        {...(stopped && { disabled: true })}
        {...(busyWords && { busy: true })}
      >
        {icon && <Icon name={icon} />}
        <View>{busyWords ?? words}</View>
      </Tap>
      {offReason && <View className="why">{offReason}</View>}
    </View>
  )
}
