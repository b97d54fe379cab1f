import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Heading } from '@/components/heading'
import { Icon } from '@/components/icon'
import { Progress } from '@/components/progress'
import { Summary } from '@/components/summary'
import type { CardOnWire, ReportOnWire } from '@/contract'
import { useCopy } from '@/copy/context'
import { actedBy } from '../card/acted-by'
import { NotMe } from '../card/not-me'
import { CitizenScreen } from '../screen/citizen-screen'

interface ConfirmProps {
  readonly card: CardOnWire
  readonly report: ReportOnWire
  readonly onGo: () => void
  readonly onBack: () => void
}

const useRows = ({ card, report }: Pick<ConfirmProps, 'card' | 'report'>) => {
  const { t, dates } = useCopy()
  const isOwn = report.by === 'cardholder' && card.holder.relation === 'cardholder'
  return [
    { label: t.release.who, value: isOwn ? t.release.you : actedBy(report, t) },
    { label: t.release.when, value: dates.exact(report.reportedAt) },
    { label: t.release.from, value: t.words.channel[report.channel] },
    { label: t.release.kind, value: t.words.kind[report.kind] },
    { label: t.release.which, value: card.maskedNumber, second: card.holder.maskedName },
  ]
}

const Effects = () => {
  const { t } = useCopy()
  return (
    <View className="sheet sheet-in">
      <View className="effect effect-good"><Icon name="ok" /><View className="grow">{t.release.restores}</View></View>
      <View className="effect effect-todo"><Icon name="bang" /><View className="grow">{t.release.bankStays}</View></View>
    </View>
  )
}

/** Whose report this is, when and from where; what releasing does, and what it does not. */
export const Confirm = ({ card, report, onGo, onBack }: ConfirmProps) => {
  const { t } = useCopy()
  const dock = (
    <>
      <ActionButton words={t.release.go} onTap={onGo} />
      <ActionButton kind="plain" words={t.release.notNow} onTap={onBack} />
    </>
  )
  return (
    <CitizenScreen task title={t.screens.release} dock={dock} onBack={onBack}>
      <Progress at={1} of={2} words={t.common.step(1, 2)} />
      <Heading words={t.release.title} />
      <Summary rows={useRows({ card, report })} />
      <Effects />
      {card.holder.relation !== 'proxy' && <NotMe words={t.release.notMe} cardId={card.cardId} about="lossReported" />}
    </CitizenScreen>
  )
}
