import { View } from '@tarojs/components'
import { useCopy } from '@/copy/context'
import { CallBox } from './call-box'
import { Icon } from './icon'

interface CallButtonProps {
  readonly who: string
  readonly number: string
  /** Filled when calling is the next step; an outline when it is another way. */
  readonly quiet?: boolean
}

/** Calling is always green and always shows the number; it needs no network. */
export const CallButton = ({ who, number, quiet = false }: CallButtonProps) => {
  const { t } = useCopy()
  return (
    <CallBox className={`call ${quiet ? 'call-quiet' : 'call-full'}`} label={t.call.label(who, number)} number={number}>
      <View className="call-lead"><Icon name="phone" /><View className="call-who">{who}</View></View>
      <View className="call-number">{number}</View>
    </CallBox>
  )
}

/** The same in the room of half a row. */
export const SmallCallButton = ({ number, who, quiet = false }: CallButtonProps) => {
  const { t } = useCopy()
  return (
    <CallBox className={`call ${quiet ? 'call-quiet' : 'call-full'} call-small`} label={t.call.label(who, number)} number={number}>
      <Icon name="phone" />
      <View className="call-who">{t.call.short(number)}</View>
    </CallBox>
  )
}
