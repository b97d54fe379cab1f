import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { CallButton } from '@/components/call-button'
import { Notice } from '@/components/notice'
import { Summary, type SummaryRow } from '@/components/summary'
import type { CardOnWire, ReissueOptionOnWire } from '@/contract'
import { useReissueCopy } from '@/copy/reissue'
import type { ReissueReason } from '@/domain/reissue/words'
import { go } from '@/platform/navigation'
import { isTerminal } from '@/platform/terminal'
import { useBank } from '../banks/use-bank'
import { useRules } from '../banks/use-rules'
import { toOutlets } from '../card/to-outlets'
import { saidSources } from '../guide/said-source'
import { saidReady } from './said-ready'
import { useBankName } from './use-bank-name'

export interface WayProps {
  readonly card: CardOnWire
  readonly reason: ReissueReason
  readonly option: ReissueOptionOnWire
  /** In yuan, where the city says one. */
  readonly fee: number | undefined
  readonly onApply: (option: ReissueOptionOnWire) => void
}

/** Where one applies, in words: here first. */
const useWhere = ({ option: { way, where, here } }: WayProps): string => {
  const { t, r } = useReissueCopy()
  if (way === 'instant' || way === 'bankApp') return r.ways.place[way]
  if (!here) return t.words.list(where.map((channel) => t.words.channel[channel]))
  const others = t.words.either(where
    .filter((channel) => channel !== 'wechat' && channel !== 'alipay' && (channel !== 'terminal' || !isTerminal()))
    .map((channel) => t.words.channel[channel]))
  return others ? r.ways.hereOr(others) : r.ways.here
}

const useRows = (props: WayProps): readonly SummaryRow[] => {
  const { t, r } = useReissueCopy()
  const { card, option, fee } = props
  const bankName = useBankName(card.city)
  const { way, workingDays, banks, papers, photo, here } = option
  const where = useWhere(props)
  return [
    { label: r.ways.when, value: saidReady(option, r, Date.now()), second: way === 'instant' ? undefined : r.ways.workingDays(workingDays) },
    { label: r.ways.where, value: where, second: here && photo ? r.ways.photo : undefined },
    ...(banks.length > 0 ? [{ label: r.ways.banks, value: t.words.list(banks.map(bankName)) }] : []),
    ...(way === 'bankApp' ? [] : [{ label: here ? r.ways.bringAtCounter : r.ways.bring, value: t.words.list(papers.map((paper) => r.papers.paper[paper])) }]),
    ...(fee === undefined ? [] : [{ label: r.ways.fee, value: fee === 0 ? r.ways.free : r.ways.yuan(fee) }]),
  ]
}

/** The bank's own app: whom to ask how. */
const InApp = ({ card }: Pick<WayProps, 'card'>) => {
  const { r } = useReissueCopy()
  const { name, hotline } = useBank(card)
  return hotline ? <CallButton quiet who={r.ways.call(name)} number={hotline} /> : null
}

const Acts = ({ card, reason, option, onApply }: WayProps) => {
  const { r } = useReissueCopy()
  const { way, here, photo } = option
  const noPhoto = here && photo && isTerminal()
  return (
    <>
      {noPhoto && <Notice kind="info">{r.ways.noPhoto}</Notice>}
      {here && !noPhoto && <ActionButton kind="second" icon="card-new" words={r.ways.apply} onTap={() => onApply(option)} />}
      {!here && way !== 'bankApp' && <ActionButton kind="second" icon="pin" words={r.ways.outlets[way]} onTap={() => toOutlets(card, 'instantReissue')} />}
      {way === 'bankApp' && <InApp card={card} />}
      {way !== 'bankApp' && <ActionButton kind="plain" icon="list" words={r.ways.papers} onTap={() => void go('papers', { cardId: card.cardId, reason, way })} />}
    </>
  )
}

const useSources = ({ card, option: { way }, fee }: WayProps): readonly string[] => {
  const { t, language } = useReissueCopy()
  const { reissue, readyInWorkingDays } = useRules(card.city)
  const rules = [reissue.ways[way], ...(way === 'instant' ? [] : [readyInWorkingDays]), ...(fee === undefined ? [] : [reissue.fees])]
  return saidSources(rules, language, t)
}

/** One way to a new card: how long, where, what to bring, what it costs, where that is written, and how to begin. */
export const WayBlock = (props: WayProps) => {
  const { t } = useReissueCopy()
  return (
    <View className="page-col">
      <Summary rows={useRows(props)} />
      <Acts {...props} />
      <View className="cap">{t.help.source(t.words.list(useSources(props)))}</View>
    </View>
  )
}
