import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { aria, keyboard, type Aria } from '@/platform/aria'
import { isSecondTap, type TapEvent } from '@/platform/second-tap'

interface TapProps extends Aria {
  readonly className: string
  readonly onTap?: (() => void) | undefined
  readonly children: ReactNode
}

const nothing = () => {}

/** Anything that can be tapped: pressed look by hover class alone, because Alipay reloads the page on touch handlers. */
export const Tap = ({ className, onTap, children, role = 'button', ...rest }: TapProps) => (
  <View
    className={`tap ${className}`}
    {...(!rest.disabled && { hoverClass: 'press', hoverStayTime: 80 })}
    onClick={(event: TapEvent) => (isSecondTap(event) ? undefined : onTap?.())}
    {...keyboard(onTap ?? nothing)}
    {...aria({ role, ...rest })}
  >
    {children}
  </View>
)
