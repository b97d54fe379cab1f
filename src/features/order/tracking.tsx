import { useState } from 'react'
import { View } from '@tarojs/components'
import { Link } from '@/components/link'
import { Summary } from '@/components/summary'
import type { OrderOnWire } from '@/contract'
import { useOrderCopy } from '@/copy/order'
import { copyText } from '@/platform/clipboard'
import { isTerminal } from '@/platform/terminal'

/** The parcel's number, to be looked up at whoever carries it. */
export const Tracking = ({ order: { trackingNumber } }: { readonly order: OrderOnWire }) => {
  const { n: { order: { tracking: said } } } = useOrderCopy()
  const [copied, setCopied] = useState(false)
  return (
    <View>
      <Summary rows={[{ label: said.title, value: trackingNumber ?? said.none }]} />
      {trackingNumber && !isTerminal() && <Link words={copied ? said.copied : said.copy} onTap={() => void copyText(trackingNumber).then(setCopied)} />}
    </View>
  )
}
