import type { SummaryRow } from '@/components/summary'
import type { ReceiptOnWire } from '@/contract'
import { useOrderCopy } from '@/copy/order'
import { papersToCollect } from '@/domain/reissue/papers'
import { useRules } from '../banks/use-rules'
import { useCard } from '../card'
import { saidDay, saidDayOfYear } from '../reissue/said-ready'
import type { PictureWords } from './picture'

/** What is brought to collect the card, by who acts, in words; the holder's own papers while that is not known. */
export const useBring = (cardId: string, kind: ReceiptOnWire['kind']): readonly string[] => {
  const { r } = useOrderCopy()
  const card = useCard(cardId).data?.card
  return papersToCollect(card?.holder.relation ?? 'cardholder', kind).filter((paper) => paper !== 'receipt').map((paper) => r.papers.paper[paper])
}

/** What the receipt says, in rows. */
export const useRows = ({ number, maskedName, maskedNumber, kind, acceptedAt, ready, outletName }: ReceiptOnWire): readonly SummaryRow[] => {
  const { n: { receipt: said, order: { collect } }, r, dates } = useOrderCopy()
  return [
    { label: said.number, value: number },
    { label: said.holder, value: maskedName },
    { label: said.card, value: maskedNumber, second: said.kind[kind] },
    { label: said.accepted, value: dates.dated(acceptedAt) },
    { label: said.ready, value: ready && 'date' in ready ? saidDay(ready.date, r, Date.now()) : said.readyWeeks },
    ...(outletName ? [{ label: collect.title, value: outletName }] : []),
  ]
}

/** The same for a picture, which is looked at long after: every day with its year, the city, and how long it counts. */
export const usePictureWords = (cardId: string, receipt: ReceiptOnWire): PictureWords => {
  const { n: { receipt: said, order: { collect } }, r, dates, language } = useOrderCopy()
  const city = useCard(cardId).data?.card.city
  const { name } = useRules(city)
  const { number, maskedName, maskedNumber, kind, acceptedAt, ready, outletName, until, meanwhile } = receipt
  return {
    title: said.picture.title,
    lead: said.show,
    rows: [
      ...(city ? [[said.picture.city, name[language]] as const] : []),
      [said.number, number],
      [said.holder, maskedName],
      [said.card, `${maskedNumber} ${said.kind[kind]}`],
      [said.accepted, dates.dated(acceptedAt)],
      [said.ready, ready && 'date' in ready ? saidDayOfYear(ready.date, r) : said.readyWeeks],
      ...(outletName ? [[collect.title, outletName] as const] : []),
      ...(until ? [[said.picture.until, saidDayOfYear(until, r)] as const] : []),
    ],
    parts: [{ title: said.bring, points: useBring(cardId, kind) }, { title: said.meanwhile, points: said[meanwhile] }],
    foot: said.picture.foot,
  }
}
