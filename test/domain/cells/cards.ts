import type { Card, LossReport } from '@/domain/card'
import type { CityCode } from '@/domain/policies'
import { channels, lives, reissueKinds, type Channel, type Life, type ReissueKind, type ReportKind } from '@/domain/words'
import { accepted, aCard, days, disputed, formal, monday, temporary } from '../../support/builders'
import { daysOfTemporary, makes, type Cell } from './rules'

/** One card of the table, with what the table needs to know of it. */
export interface TableCard {
  readonly title: string
  readonly card: Card
  readonly life: Life
  readonly madeIn: Channel | null
  readonly cell: Cell
}

const reportsOf = (city: CityCode): (LossReport | null)[] => [
  null,
  ...channels.filter((channel) => makes[city][channel].includes('T'))
    .map((channel) => temporary(channel, { lapsesAt: monday + days(daysOfTemporary[city]) })),
  ...channels.filter((channel) => makes[city][channel].includes('F')).map((channel) => formal(channel)),
]

const reissues = ['none', ...reissueKinds] as const

const tableCard = (life: Life, report: LossReport | null, reissue: ReissueKind | 'none', isDisputed: boolean): TableCard => {
  const kind: ReportKind | 'none' = report?.kind ?? 'none'
  return {
    title: [life, report ? `${kind} by ${report.channel}` : 'nothing reported', `reissue: ${reissue}`, ...(isDisputed ? ['disputed'] : [])].join(', '),
    card: aCard({ life, report, reissue: reissue === 'none' ? null : accepted(reissue), dispute: isDisputed ? disputed() : null }),
    life,
    madeIn: report?.channel ?? null,
    cell: { life: life === 'cancelled' ? life : 'open', report: kind, reissue, isDisputed },
  }
}

/** Every life, with every report the city's channels can have made, with every reissue, with a dispute open and without; a cancelled function has no report. */
export const everyCard = (city: CityCode): TableCard[] =>
  lives.flatMap((life) =>
    (life === 'cancelled' ? [null] : reportsOf(city)).flatMap((report) =>
      reissues.flatMap((reissue) => [false, true].map((isDisputed) => tableCard(life, report, reissue, isDisputed)))))
