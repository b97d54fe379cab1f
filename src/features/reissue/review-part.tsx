import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Heading } from '@/components/heading'
import { Points } from '@/components/points'
import { Progress } from '@/components/progress'
import { Summary, type SummaryRow } from '@/components/summary'
import { useReissueCopy } from '@/copy/reissue'
import { useBank } from '../banks/use-bank'
import { useRules } from '../banks/use-rules'
import { useWhich } from '../card/use-holder'
import { CitizenScreen } from '../screen/citizen-screen'
import { divisionName } from './divisions'
import type { PartProps } from './part-props'
import { saidReady } from './said-ready'
import { useBankName } from './use-bank-name'

const useChosenRows = ({ card, applying: { option, draft } }: PartProps): readonly SummaryRow[] => {
  const { r } = useReissueCopy()
  const said = r.apply.review
  const nameOf = useBankName(card.city)
  const { bank, outlet, address: { recipient, phone, division, street }, photoId } = draft
  return [
    { label: said.bank, value: nameOf(bank ?? card.issuingBank) },
    ...(option?.way === 'serviceOutlet' ? [{ label: said.outlet, value: outlet?.name ?? r.apply.outlet.later }] : []),
    ...(option?.way === 'mail' ? [{ label: said.to, value: `${divisionName(division)} ${street}`, second: `${recipient} ${phone}` }] : []),
    ...(option?.photo && photoId ? [{ label: said.photo, value: said.photoThere }] : []),
  ]
}

const useRows = (props: PartProps): readonly SummaryRow[] => {
  const { r } = useReissueCopy()
  const { reason, applying: { option } } = props
  const chosen = useChosenRows(props)
  return [
    { label: r.apply.review.why, value: r.ways.reason[reason] },
    ...(option ? [{ label: r.apply.review.way, value: r.ways.way[option.way], second: saidReady(option, r, Date.now()) }] : []),
    ...chosen,
  ]
}

/** What becomes of the old card, and when. */
const OldCard = ({ card, answer: { kind, report, stopsOldCard } }: PartProps) => {
  const { review: said } = useReissueCopy().r.apply
  if (card.socialSecurity.state === 'cancelled') return <Points icon="stop" title={said.cancelled} points={said.cancelledPoints} />
  if (kind === 'replacement') {
    return report === 'madeToo'
      ? <Points icon="pause" title={said.lost} points={said.lostPoints} />
      : <Points icon="pause" title={said.reported} points={said.reportedPoints} />
  }
  return stopsOldCard
    ? <Points icon="pause" title={said.stops} points={said.stopsPoints} />
    : <Points icon="card" title={said.works} points={said.worksPoints} />
}

/** A lost card's bank account is another report, unless the city's rule covers both. */
const BankToo = ({ card, answer: { report } }: PartProps) => {
  const { review: said } = useReissueCopy().r.apply
  const { name, hotline = '' } = useBank(card)
  const covered = useRules(card.city).formalCoversBank.value
  return report === 'madeToo' && !covered ? <Points todo icon="bang" title={said.bankToo} points={said.bankTooPoints(`${name} ${hotline}`)} /> : null
}

/** Everything once more before anyone is checked: what was chosen, and what it does to the old card. */
export const ReviewPart = (props: PartProps) => {
  const { t, r } = useReissueCopy()
  const { card, at, of, onNext, onBack } = props
  const said = r.apply.review
  const dock = (
    <>
      <ActionButton icon="face" words={said.go} onTap={onNext} />
      <View className="sub mid-text">{said.note}</View>
    </>
  )
  return (
    <CitizenScreen task title={r.titles.reissue} dock={dock} onBack={onBack}>
      <Progress at={at} of={of} words={t.common.step(at, of)} />
      <Heading words={said.ask} second={useWhich(card)} />
      <Summary rows={useRows(props)} />
      <OldCard {...props} />
      <BankToo {...props} />
      <ActionButton kind="plain" words={said.change} onTap={onBack} />
    </CitizenScreen>
  )
}
