import { View } from '@tarojs/components'
import { Heading, Subheading } from '@/components/heading'
import { Notice } from '@/components/notice'
import { Sections } from '@/components/sections'
import { Summary } from '@/components/summary'
import { CallButton } from '@/components/call-button'
import type { IconName } from '@/components/icon-name'
import type { CardOnWire, ReissueAnswerOnWire, ReissueOptionOnWire } from '@/contract'
import { useReissueCopy } from '@/copy/reissue'
import { reissueWays, type ReissueReason, type ReissueWay } from '@/domain/reissue/words'
import { useHotline } from '../banks/use-rules'
import { useWhich } from '../card/use-holder'
import { useSettings } from '../settings'
import { CancelFirst } from './cancel-first'
import { ReissueRefused } from './refused'
import { saidReady } from './said-ready'
import { WayBlock } from './way-block'

export type Possible = Exclude<ReissueAnswerOnWire, { readonly refused: unknown }>

interface WaysProps {
  readonly card: CardOnWire
  readonly reason: ReissueReason
  readonly answer: Possible
  readonly onApply: (option: ReissueOptionOnWire) => void
}

const icons = { instant: 'print', serviceOutlet: 'pin', bankApp: 'bank', mail: 'card-new' } as const satisfies Record<ReissueWay, IconName>

/** What cannot be had, and why not. */
const Others = ({ answer: { cancelFirst, options } }: Pick<WaysProps, 'answer'>) => {
  const { r } = useReissueCopy()
  const others = reissueWays.filter((way) => options.every((option) => option.way !== way))
  if (others.length === 0) return null
  const changesBank = options.some(({ banks }) => banks.length > 1)
  const why = (way: ReissueWay): string => {
    if (cancelFirst) return r.ways.not.movedIn
    return way === 'bankApp' && changesBank ? r.ways.not.bankApp : r.ways.not.city
  }
  return (
    <>
      <Subheading words={r.ways.others} />
      <Summary rows={others.map((way) => ({ label: r.ways.way[way], value: why(way) }))} />
    </>
  )
}

const None = ({ card }: Pick<WaysProps, 'card'>) => {
  const { t, r } = useReissueCopy()
  return (
    <>
      <Notice kind="info" title={r.ways.none}>{r.ways.noneNext}</Notice>
      <CallButton quiet who={t.call.hotlineAsk} number={useHotline(card.city)} />
    </>
  )
}

/** One at a time, from a list that says how long each takes. */
const ElderWays = ({ lead, second, ...props }: WaysProps & { readonly lead: string; readonly second: string }) => {
  const { r } = useReissueCopy()
  const { answer: { options, fee } } = props
  const sections = options.map((option) => ({
    key: option.way,
    icon: icons[option.way],
    title: r.ways.way[option.way],
    second: saidReady(option, r, Date.now()),
    content: <WayBlock {...props} option={option} fee={fee} />,
  }))
  return <Sections oneByOne lead={lead} second={second} sections={sections} toAll={r.ways.toAll} />
}

/** All of them, in two columns where there is room. */
const AllWays = ({ lead, second, ...props }: WaysProps & { readonly lead: string; readonly second: string }) => {
  const { r } = useReissueCopy()
  const { answer: { options, fee } } = props
  const half = Math.ceil(options.length / 2)
  const block = (option: ReissueOptionOnWire) => (
    <View key={option.way} className="page-col">
      <Subheading words={r.ways.way[option.way]} />
      <WayBlock {...props} option={option} fee={fee} />
    </View>
  )
  return (
    <>
      <Heading words={lead} second={second} />
      <View className="page-col split">
        <View className="page-col split-a">{options.slice(0, half).map(block)}</View>
        <View className="page-col split-b">{options.slice(half).map(block)}</View>
      </View>
    </>
  )
}

/** The ways to a new card side by side, for whoever acts and why; two steps where the old one has to be cancelled first. */
export const Ways = (props: WaysProps) => {
  const { r } = useReissueCopy()
  const { mode } = useSettings()
  const { card, reason, answer } = props
  const about = { lead: r.ways.title, second: r.ways.about(useWhich(card), r.ways.reason[reason]) }
  const List = mode === 'elder' ? ElderWays : AllWays
  if (answer.cancelFirst) return <CancelFirst card={card} banks={answer.options.flatMap(({ banks }) => banks)} />
  return (
    <View className="page-col">
      {answer.options.length > 0 && answer.options.every(({ here }) => !here) && <Notice kind="info">{r.ways.notHere}</Notice>}
      <List {...props} {...about} />
      {answer.options.length === 0 && <None card={card} />}
      <Others answer={answer} />
    </View>
  )
}

/** What the rules answer: the ways, or which of them says no. */
export const WaysOrRefusal = ({ answer, ...props }: Omit<WaysProps, 'answer'> & { readonly answer: ReissueAnswerOnWire }) =>
  ('refused' in answer ? <ReissueRefused code={answer.refused} card={props.card} /> : <Ways {...props} answer={answer} />)
