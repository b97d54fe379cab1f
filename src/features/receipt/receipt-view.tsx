import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { CallButton } from '@/components/call-button'
import { Heading } from '@/components/heading'
import { Notice } from '@/components/notice'
import { Points } from '@/components/points'
import { Summary } from '@/components/summary'
import { useOrderCopy } from '@/copy/order'
import { go } from '@/platform/navigation'
import { isTerminal } from '@/platform/terminal'
import { useHotline } from '../banks/use-rules'
import { useCard } from '../card'
import { QrPicture } from './qr-picture'
import { SaveButton } from './save-button'
import type { ReceiptFound } from './use-receipt'
import { useBring, useRows } from './use-receipt-words'

interface ReceiptViewProps {
  readonly cardId: string
  readonly known: NonNullable<ReceiptFound['known']>
}

const Code = ({ cardId, known: { receipt } }: ReceiptViewProps) => {
  const { n: { receipt: said } } = useOrderCopy()
  return (
    <View className="page-col">
      <QrPicture code={receipt.code} label={said.code} />
      <View className="sub mid-text">{isTerminal() ? said.photo : said.bright}</View>
      {!isTerminal() && <SaveButton cardId={cardId} receipt={receipt} />}
    </View>
  )
}

/** The receipt as it is shown at a counter: the code, its number, what it is good for until then, and what to bring. */
export const ReceiptView = ({ cardId, known }: ReceiptViewProps) => {
  const { at, receipt, fresh } = known
  const { t, n: { receipt: said }, dates } = useOrderCopy()
  const city = useCard(cardId).data?.card.city
  return (
    <View className="page-col split">
      <View className="page-col split-a">
        <Heading words={said.show} second={fresh ? receipt.number : said.asOf(dates.moment(at, Date.now()))} />
        <Code cardId={cardId} known={known} />
      </View>
      <View className="page-col split-b">
        <Summary rows={useRows(receipt)} />
        <Notice kind="info" icon="idcard" title={said.bring}>{t.words.list(useBring(cardId, receipt.kind))}</Notice>
        <Points icon="info" title={said.meanwhile} points={said[receipt.meanwhile]} />
        <CallButton quiet who={said.call} number={useHotline(city)} />
        <ActionButton kind="plain" words={said.order} onTap={() => void go('order', { cardId })} />
      </View>
    </View>
  )
}
