import { Summary } from '@/components/summary'
import type { ReportOnWire } from '@/contract'
import { useCopy } from '@/copy/context'

/** What to keep of a report: its number, its time, how it was made. */
export const Receipt = ({ report }: { readonly report: ReportOnWire }) => {
  const { t, dates } = useCopy()
  const rows = [
    { label: t.receipt.number, value: report.receiptNumber },
    { label: t.receipt.time, value: dates.dated(report.reportedAt) },
    { label: t.receipt.handled, value: t.receipt.handledValue(t.words.kind[report.kind], t.words.channel[report.channel], t.words.by[report.by]) },
  ]
  return <Summary rows={rows} />
}
