import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Cell } from '@/components/cell'
import { Countdown } from '@/components/countdown'
import { isBankToTell } from '@/components/face'
import { Heading } from '@/components/heading'
import { Notice } from '@/components/notice'
import { StateBadge } from '@/components/state-badge'
import { useNow } from '@/components/use-now'
import type { CardOnWire, ReportOnWire } from '@/contract'
import { useCopy } from '@/copy/context'
import { go } from '@/platform/navigation'
import { useHotline } from '../banks/use-rules'
import { actionOf } from '../card/actions'
import { BankTask } from '../card/bank-task'
import { useWhich } from '../card/use-holder'
import { CitizenScreen } from '../screen/citizen-screen'
import { TellMeOf } from '../subscribe/tell-me'

interface TemporaryProps {
  readonly card: CardOnWire
  readonly report: ReportOnWire & { readonly lapsesAt: string }
  readonly onGo: () => void
  readonly onBack: () => void
  /** The time ran out while the screen was open. */
  readonly onLapsed: () => void
}

const EarlyCell = ({ card, report }: Pick<TemporaryProps, 'card' | 'report'>) => {
  const { t } = useCopy()
  const hotline = useHotline(card.city)
  const second = (): string => {
    if (actionOf(card, 'releaseLoss').allowed) return t.temporary.earlyHere
    if (report.channel === 'phone') return t.temporary.earlyPhone(hotline)
    return t.temporary.earlyElsewhere(t.words.either(report.releasedIn.map((channel) => t.words.channel[channel])))
  }
  return (
    <View className="sheet">
      <Cell icon="card-back" title={t.temporary.early} second={second()} onTap={() => void go('release', { cardId: card.cardId })} />
    </View>
  )
}

/** A temporary report in force: how long it holds, what happens then, and one tap to a formal one. */
export const Temporary = ({ card, report, onGo, onBack, onLapsed }: TemporaryProps) => {
  const { t, dates } = useCopy()
  const to = Date.parse(report.lapsesAt)
  const now = useNow(to, onLapsed)
  const dock = (
    <>
      <ActionButton words={t.temporary.toFormal} onTap={onGo} />
      <View className="sub mid-text">{t.temporary.note}</View>
    </>
  )
  const made = { at: dates.exact(report.reportedAt), words: t.temporary.from(t.words.channel[report.channel]) }
  return (
    <CitizenScreen task title={t.screens.reportLoss} dock={dock} onBack={onBack}>
      <View><StateBadge of="socialSecurity" face="temporarilyLost" words={t.temporary.badge} /></View>
      <Heading words={t.temporary.left(dates.left(to - now))} second={useWhich(card)} />
      <Countdown
        from={Date.parse(report.reportedAt)}
        to={to}
        now={now}
        ends={[made, { at: dates.exact(report.lapsesAt), words: t.temporary.ends }]}
        label={t.temporary.days}
      />
      <Notice kind="todo" title={t.temporary.warnTitle}>{t.temporary.warn}</Notice>
      <EarlyCell card={card} report={report} />
      {isBankToTell(card) && <BankTask card={card} />}
      <TellMeOf card={card} about="lapsesSoon" />
    </CitizenScreen>
  )
}
