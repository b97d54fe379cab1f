import { useState } from 'react'
import { View } from '@tarojs/components'
import { Link } from '@/components/link'
import { Summary } from '@/components/summary'
import type { ReportOnWire } from '@/contract'
import { useCopy } from '@/copy/context'
import { copyText } from '@/platform/clipboard'
import { isTerminal } from '@/platform/terminal'
import { actedBy } from './acted-by'

/** What to keep of a report: its number, its time, how it was made. */
export const Receipt = ({ report }: { readonly report: ReportOnWire }) => {
  const { t, dates } = useCopy()
  const [copied, setCopied] = useState(false)
  const { receiptNumber, reportedAt, kind, channel } = report
  const rows = [
    { label: t.receipt.number, value: receiptNumber },
    { label: t.receipt.time, value: dates.dated(reportedAt) },
    { label: t.receipt.handled, value: t.receipt.handledValue(t.words.kind[kind], t.words.channel[channel], actedBy(report, t)) },
  ]
  return (
    <View>
      <Summary rows={rows} />
      {!isTerminal() && <Link words={copied ? t.receipt.copied : t.receipt.copy} onTap={() => void copyText(receiptNumber).then(setCopied)} />}
    </View>
  )
}
