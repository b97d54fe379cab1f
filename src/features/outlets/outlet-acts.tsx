import { useState } from 'react'
import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { CallBox } from '@/components/call-box'
import { Icon } from '@/components/icon'
import type { PointOnWire } from '@/contract'
import { useOutletCopy } from '@/copy/outlets'
import { copyText } from '@/platform/clipboard'
import { showTheWay } from '@/platform/directions'
import { isTerminal } from '@/platform/terminal'

/** Calling an outlet is another way beside going there; its number is shown as everywhere. */
const Call = ({ who, number }: { readonly who: string; readonly number: string }) => {
  const { t } = useOutletCopy()
  return (
    <CallBox className="call call-quiet call-small" label={t.call.label(who, number)} number={number}>
      <Icon name="phone" />
      <View className="call-who">{t.call.short(number)}</View>
    </CallBox>
  )
}

interface OutletActsProps {
  readonly outlet: { readonly name: string; readonly address: string; readonly location: PointOnWire; readonly phone?: string | undefined }
  /** Going and calling only; the address can be copied where all is shown. */
  readonly short?: boolean
  /** To all that is known of it; left out where that is shown already. */
  readonly onAll?: () => void
}

/** Going there, calling, taking the address along: all of it with one's own phone, so that a terminal only shows the number. */
export const OutletActs = ({ outlet, short = false, onAll }: OutletActsProps) => {
  const { o } = useOutletCopy()
  const { name, address, location, phone } = outlet
  const [copied, setCopied] = useState(false)
  return (
    <View className="out-acts">
      {!isTerminal() && <View className="out-act"><ActionButton small icon="pin" words={o.go} onTap={() => void showTheWay({ name, address, point: location })} /></View>}
      {phone && <View className="out-act"><Call who={name} number={phone} /></View>}
      {!short && !isTerminal() && (
        <View className="out-act">
          <ActionButton small kind="second" words={copied ? o.copied : o.copyAddress} onTap={() => void copyText(address).then(setCopied)} />
        </View>
      )}
      {onAll && <View className="out-act"><ActionButton small kind="second" words={o.all} onTap={onAll} /></View>}
      {!phone && <View className="sub out-no-phone">{o.noPhone}</View>}
    </View>
  )
}
