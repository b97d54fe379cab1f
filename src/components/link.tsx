import { View } from '@tarojs/components'
import { Icon } from './icon'
import type { IconName } from './icon-name'
import { Tap } from './tap'

interface LinkProps {
  readonly words: string
  readonly icon?: IconName
  readonly middle?: boolean
  readonly onTap: () => void
}

/** A quiet way on, in a line of its own. */
export const Link = ({ words, icon, middle = false, onTap }: LinkProps) => (
  <Tap className={`link${middle ? ' link-mid' : ''}`} onTap={onTap}>
    {icon && <Icon name={icon} />}
    <View>{words}</View>
    <Icon name="next" />
  </Tap>
)
