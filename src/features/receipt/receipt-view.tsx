import { useMemo } from 'react'
import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { CallButton } from '@/components/call-button'
import { Heading } from '@/components/heading'
import { Notice } from '@/components/notice'
import { Points } from '@/components/points'
import { Summary, type SummaryRow } from '@/components/summary'
import type { ReceiptOnWire } from '@/contract'
import { useOrderCopy } from '@/copy/order'
import { papersToCollect } from '@/domain/reissue/papers'
import type { Paper } from '@/domain/words'
import { go } from '@/platform/navigation'
import { isTerminal } from '@/platform/terminal'
import { useHotline } from '../banks/use-rules'
import { useCard } from '../card'
import { qrMatrix } from '../reissue/qr'
import { saidDay } from '../reissue/said-ready'
import { QrPicture } from './qr-picture'
import { SaveButton } from './save-button'
import type { ReceiptFound } from './use-receipt'

const useRows = ({ number, maskedName, maskedNumber, kind, acceptedAt, ready }: ReceiptOnWire): readonly SummaryRow[] => {
  const { n: { receipt: said }, r, dates } = useOrderCopy()
  const when = ready && 'date' in ready ? saidDay(ready.date, r, Date.now()) : said.readyWeeks
  return [
    { label: said.number, value: number },
    { label: said.holder, value: maskedName },
    { label: said.card, value: maskedNumber, second: said.kind[kind] },
    { label: said.accepted, value: dates.dated(acceptedAt) },
    { label: said.ready, value: when },
  ]
}

/** What is brought to collect the card, by who acts; the holder's own while that is not known. */
const usePapers = (cardId: string, kind: ReceiptOnWire['kind']): readonly Paper[] => {
  const card = useCard(cardId).data?.card
  return papersToCollect(card?.holder.relation ?? 'cardholder', kind).filter((paper) => paper !== 'receipt')
}

const Code = ({ code }: { readonly code: string }) => {
  const { n: { receipt: said } } = useOrderCopy()
  const modules = useMemo(() => qrMatrix(code), [code])
  return (
    <View className="page-col">
      <QrPicture modules={modules} label={said.code} />
      <View className="sub mid-text">{said.bright}</View>
      {!isTerminal() && <SaveButton modules={modules} />}
    </View>
  )
}

interface ReceiptViewProps {
  readonly cardId: string
  readonly known: NonNullable<ReceiptFound['known']>
}

/** The receipt as it is shown at a counter: the code, its number, what it is good for until then, and what to bring. */
export const ReceiptView = ({ cardId, known: { at, receipt, fresh } }: ReceiptViewProps) => {
  const { t, r, n: { receipt: said }, dates } = useOrderCopy()
  const bring = usePapers(cardId, receipt.kind).map((paper) => r.papers.paper[paper])
  const city = useCard(cardId).data?.card.city
  return (
    <View className="page-col split">
      <View className="page-col split-a">
        <Heading words={said.show} second={fresh ? receipt.number : said.asOf(dates.moment(at, Date.now()))} />
        <Code code={receipt.code} />
      </View>
      <View className="page-col split-b">
        <Summary rows={useRows(receipt)} />
        <Notice kind="info" icon="idcard" title={said.bring}>{t.words.list(bring)}</Notice>
        <Points icon="info" title={said.meanwhile} points={said[receipt.meanwhile]} />
        <CallButton quiet who={said.call} number={useHotline(city)} />
        <ActionButton kind="plain" words={said.order} onTap={() => void go('order', { cardId })} />
      </View>
    </View>
  )
}
