import { View } from '@tarojs/components'
import { aria } from '@/platform/aria'
import { callPhone } from '@/platform/phone-call'
import { isTerminal } from '@/platform/terminal'
import type { CallBoxProps } from './call-box'
import { Tap } from './tap'

/** A number that one tap calls; a terminal has no telephone, there it is read and dialled. */
export const CallBox = ({ className, label, number, children }: CallBoxProps) => (isTerminal()
  ? <View className={className} {...aria({ role: 'note', label: `${label} ${number}` })}>{children}</View>
  : <Tap className={className} label={label} onTap={() => void callPhone(number)}>{children}</Tap>)
