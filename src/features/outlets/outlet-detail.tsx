import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { CallButton } from '@/components/call-button'
import { Empty } from '@/components/empty'
import { Heading, Subheading } from '@/components/heading'
import { Notice } from '@/components/notice'
import { Summary, type SummaryRow } from '@/components/summary'
import { useNow } from '@/components/use-now'
import type { DataOf, OutletOnWire } from '@/contract'
import { useOutletCopy } from '@/copy/outlets'
import { coordinates } from '@/platform/location'
import { back } from '@/platform/navigation'
import { useHotline } from '../banks/use-rules'
import { useQuestion } from '../query'
import { Answered } from '../screen/answered'
import { OutletActs } from './outlet-acts'
import { OpeningLine } from './outlet-facts'
import { saidDate } from './said-outlet'
import { WeekHours } from './week-hours'

const useRows = (outlet: OutletOnWire, now: number): readonly SummaryRow[] => {
  const { o } = useOutletCopy()
  const { kind, district, address, phone, capabilities, notes, source, checkedOn } = outlet
  const does = capabilities.length > 0 ? o.does.list(capabilities.map((one) => o.capabilities[one])) : o.does.join([o.does.unknown])
  return [
    { label: o.detail.does, value: does },
    { label: o.detail.address, value: address },
    { label: o.detail.phone, value: phone ?? o.noPhone },
    { label: o.detail.kind, value: o.kinds[kind] },
    { label: o.detail.district, value: district.name },
    ...(notes ? [{ label: o.detail.notes, value: notes }] : []),
    { label: o.detail.source, value: o.detail.sourceLine(source, saidDate(checkedOn, o, now)) },
  ]
}

const Hours = ({ outlet: { hours, holidays }, now }: { readonly outlet: OutletOnWire; readonly now: number }) => {
  const { o } = useOutletCopy()
  return (
    <View className="page-col">
      <Subheading words={o.detail.week} />
      {hours ? <WeekHours hours={hours} now={now} /> : <Notice kind="info" icon="ask">{o.detail.hoursUnknown}</Notice>}
      <View className="sub">{holidays ? o.detail.holidays[holidays] : o.detail.holidaysUnknown}</View>
    </View>
  )
}

const Known = ({ data: { outlet, list }, hotline }: { readonly data: DataOf<'outlets/get'>; readonly hotline: string }) => {
  const { o, t } = useOutletCopy()
  const now = useNow()
  return (
    <View className="page-col split">
      <View className="page-col split-a">
        <Heading words={outlet.name} />
        <OpeningLine opening={outlet.opening} now={now} />
        <OutletActs outlet={outlet} />
        <Hours outlet={outlet} now={now} />
      </View>
      <View className="page-col split-b">
        <Summary rows={useRows(outlet, now)} />
        {list.fictional && <View className="cap">{o.foot(false, true, saidDate(outlet.checkedOn, o, now))}</View>}
        <CallButton quiet who={t.call.hotlineAsk} number={hotline} />
      </View>
    </View>
  )
}

/** The list was renewed since the citizen saw it, and this outlet is no longer in it. */
const Gone = ({ hotline }: { readonly hotline: string }) => {
  const { o, t } = useOutletCopy()
  return (
    <Empty title={o.notFound.title} lines={o.notFound.lines}>
      <ActionButton words={o.toList} onTap={() => void back()} />
      <CallButton quiet who={t.call.hotlineAsk} number={hotline} />
    </Empty>
  )
}

/** All that is known of one outlet. */
export const OutletDetail = ({ outletId }: { readonly outletId: string }) => {
  const query = useQuestion('outlets/get', { outletId, system: coordinates })
  const hotline = useHotline()
  const { t } = useOutletCopy()
  if (query.failure?.code === 'notFound') return <Gone hotline={hotline} />
  return (
    <Answered query={query} hotline={hotline} call={t.call.hotlineAsk} bones={['line', 'cell', 'card']}>
      {(data) => <Known data={data} hotline={hotline} />}
    </Answered>
  )
}
