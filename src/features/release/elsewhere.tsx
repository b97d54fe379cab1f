import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { CallButton } from '@/components/call-button'
import { Heading } from '@/components/heading'
import { Notice } from '@/components/notice'
import { Summary } from '@/components/summary'
import type { CardOnWire, ReportOnWire } from '@/contract'
import { useCopy } from '@/copy/context'
import type { Channel } from '@/domain/words'
import { useBank } from '../banks/use-bank'
import { useRules } from '../banks/use-rules'
import { toOutlets } from '../card/to-outlets'
import { useWhich } from '../card/use-holder'

interface ElsewhereProps {
  readonly card: CardOnWire
  readonly report: ReportOnWire
}

/** The kind of place that can release it, the one that says it best first. */
const placeOf = (where: readonly Channel[], channel: Channel): 'phone' | 'counter' | 'bank' | 'online' => {
  if (channel === 'phone' && where.includes('phone')) return 'phone'
  if (where.includes('counter') || where.includes('terminal')) return 'counter'
  return where.includes('bank') ? 'bank' : 'online'
}

const titleKeys = { phone: 'refusedPhone', counter: 'refusedCounter', bank: 'refusedBank', online: 'refusedOnline' } as const

const useRows = ({ card, report }: ElsewhereProps) => {
  const { t, dates } = useCopy()
  const { releasedIn, channel, reportedAt, lapsesAt } = report
  const isPhone = placeOf(releasedIn, channel) === 'phone'
  return [
    { label: t.release.whereMade, value: t.words.channel[channel], second: dates.exact(reportedAt) },
    { label: t.release.which, value: card.maskedNumber },
    { label: t.release.canAt, value: t.words.either(releasedIn.map((name) => t.words.channel[name])) },
    isPhone ? { label: t.release.ready, value: t.release.bringPhone } : { label: t.release.bring, value: t.release.bringValue },
    { label: t.release.until, value: lapsesAt ? t.release.untilLapse(dates.exact(lapsesAt)) : t.release.untilReleased },
  ]
}

/** It cannot be released here, and that is not the citizen's mistake: where, until when, and what to bring. */
export const Elsewhere = ({ card, report }: ElsewhereProps) => {
  const { t } = useCopy()
  const { hotline, anyOutletCancelsTemporary } = useRules(card.city)
  const bank = useBank(card)
  const place = placeOf(report.releasedIn, report.channel)
  const look = () => toOutlets(card, 'release')
  const hurry = report.kind === 'temporary' && anyOutletCancelsTemporary.value
  return (
    <View className="page-col">
      <Heading words={t.release[titleKeys[place]]} second={t.release.notYourFault(t.words.channel[report.channel])} />
      <View className="sub">{useWhich(card)}</View>
      <Summary rows={useRows({ card, report })} />
      {hurry && <Notice kind="todo">{t.release.hurry}</Notice>}
      {place === 'counter' && <ActionButton icon="pin" words={t.release.outlets} onTap={look} />}
      {hurry && place !== 'counter' && <ActionButton kind="second" icon="pin" words={t.release.nearestOpen} onTap={look} />}
      <CallButton quiet={place === 'counter'} who={t.call.hotlineAsk} number={hotline.value} />
      <Notice kind="info" icon="bank">{t.release.bankNow(bank.name)}</Notice>
    </View>
  )
}
