import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { CallButton } from '@/components/call-button'
import { CardObject } from '@/components/card-object'
import { Heading } from '@/components/heading'
import { Points } from '@/components/points'
import { Progress } from '@/components/progress'
import type { CardOnWire } from '@/contract'
import { useCopy } from '@/copy/context'
import { useBank } from '../banks/use-bank'
import { useRules } from '../banks/use-rules'
import { useWhich } from '../card/use-holder'
import { CitizenScreen } from '../screen/citizen-screen'
import { useSettings } from '../settings'

interface ExplainProps {
  readonly card: CardOnWire
  readonly onGo: () => void
  readonly onBack: () => void
}

const steps = 3

/** One screen says one thing: the card as it will be, and two sentences. */
const ElderExplain = ({ card, onGo, onBack }: ExplainProps) => {
  const { t } = useCopy()
  const bank = useBank(card)
  const covered = useRules(card.city).formalCoversBank.value
  const faces = { socialSecurity: 'formallyLost', financial: covered ? 'formallyLost' : 'toTell' } as const
  const words = { socialSecurity: t.report.willStop, financial: covered ? t.report.willStop : t.report.willNotStop }
  const dock = (
    <>
      <ActionButton words={t.report.goElder} onTap={onGo} />
      <ActionButton kind="plain" words={t.report.notNow} onTap={onBack} />
    </>
  )
  return (
    <CitizenScreen task title={t.screens.reportLoss} dock={dock} onBack={onBack}>
      <View className="sub">{t.common.step(1, steps)}</View>
      <Heading words={t.report.elderTitle} second={useWhich(card)} />
      {(covered ? t.report.elderCovered : t.report.elderLines).map((line) => <View key={line}>{line}</View>)}
      <CardObject faces={faces} bank={bank.name} words={words} />
    </CitizenScreen>
  )
}

const BankPoints = ({ card }: { readonly card: CardOnWire }) => {
  const { t } = useCopy()
  const { name, hotline = '' } = useBank(card)
  return useRules(card.city).formalCoversBank.value
    ? <Points icon="pause" title={t.report.bankCovered} points={t.report.bankCoveredPoints} />
    : <Points todo icon="bang" title={t.report.bank} points={t.report.bankPoints(`${name} ${hotline}`)} />
}

const FullExplain = ({ card, onGo, onBack }: ExplainProps) => {
  const { t } = useCopy()
  const { hotline, temporaryDays, release } = useRules(card.city)
  const online = t.words.list(release.value.wechat.channels.map((channel) => t.words.channel[channel]))
  const dock = (
    <>
      <ActionButton words={t.report.go} onTap={onGo} />
      <View className="sub mid-text">{t.report.formalNote}</View>
    </>
  )
  return (
    <CitizenScreen task title={t.screens.reportLoss} dock={dock} onBack={onBack}>
      <Progress at={1} of={steps} words={t.common.step(1, steps)} />
      <Heading words={t.report.title} second={useWhich(card)} />
      <Points icon="pause" title={t.report.stops} points={t.report.stopsPoints} />
      <BankPoints card={card} />
      <Points icon="card-back" title={t.report.undo} points={t.report.undoPoints(online)} />
      <CallButton quiet who={t.report.maybeHome(temporaryDays.socialSecurity.value)} number={hotline.value} />
    </CitizenScreen>
  )
}

/** What will happen, what will not, and how to undo it: before anything is done. */
export const Explain = (props: ExplainProps) =>
  (useSettings().mode === 'elder' ? <ElderExplain {...props} /> : <FullExplain {...props} />)
