import { useState } from 'react'
import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { SmallCallButton } from '@/components/call-button'
import type { PointOnWire } from '@/contract'
import { useOutletCopy } from '@/copy/outlets'
import { copyText } from '@/platform/clipboard'
import { showTheWay } from '@/platform/directions'

interface OutletActsProps {
  readonly outlet: { readonly name: string; readonly address: string; readonly location: PointOnWire; readonly phone?: string | undefined }
  /** To all that is known of it; left out where that is shown already. */
  readonly onAll?: () => void
}

/** Going there, calling, taking the address along. */
export const OutletActs = ({ outlet, onAll }: OutletActsProps) => {
  const { o } = useOutletCopy()
  const { name, address, location, phone } = outlet
  const [copied, setCopied] = useState(false)
  return (
    <View className="out-acts">
      <ActionButton small icon="pin" words={o.go} onTap={() => void showTheWay({ name, address, point: location })} />
      {phone && <SmallCallButton who={name} number={phone} />}
      <ActionButton small kind="second" words={copied ? o.copied : o.copyAddress} onTap={() => void copyText(address).then(setCopied)} />
      {onAll && <ActionButton small kind="second" words={o.all} onTap={onAll} />}
      {!phone && <View className="sub out-no-phone">{o.noPhone}</View>}
    </View>
  )
}
