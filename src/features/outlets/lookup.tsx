import { View } from '@tarojs/components'
import { CallButton } from '@/components/call-button'
import { Loading } from '@/components/loading'
import { Notice } from '@/components/notice'
import { useOutletCopy } from '@/copy/outlets'
import type { ParamsOf } from '@/platform/routes'
import { useHotline } from '../banks/use-rules'
import type { Failure } from '../failure'
import { Problem } from '../screen/problem'
import { useOnline } from '../screen/use-online'
import type { Found } from './found'
import { keptFound, type KeptFound } from './kept'
import { KeptResults } from './kept-results'
import { Narrowing } from './narrowing'
import { NoList, NoMatch, NoneNeeded } from './nothing'
import { OpenSheet } from './open-sheet'
import { Results } from './results'
import { useLookup, type Lookup } from './use-lookup'

interface BodyProps {
  readonly lookup: Lookup
  readonly hotline: string
}

const Answer = ({ lookup, hotline, found }: BodyProps & { readonly found: Found }) => {
  const { t } = useOutletCopy()
  const { state, asker } = lookup
  if (found.none) return <NoneNeeded none={found.none} cardId={asker.cardId} hotline={hotline} onNeed={(need) => state.change({ need })} />
  if (!found.list) return <NoList hotline={hotline} />
  if (found.groups.every(({ outlets }) => outlets.length === 0)) return <NoMatch state={state} asker={asker} hotline={hotline} />
  return (
    <View className="page-col">
      <Results lookup={lookup} found={found} />
      <CallButton quiet who={t.call.hotlineAsk} number={hotline} />
    </View>
  )
}

const noAnswers: readonly string[] = ['offline', 'noAnswer', 'unknownAnswer', 'fault', 'busy'] satisfies readonly Failure['code'][]

/** The list seen last, where no answer comes and nothing that answers this question is in view. */
const keptFor = ({ pages: { query, updating }, asker: { city } }: Lookup): KeptFound | undefined => {
  const isUnanswered = query.failure && noAnswers.includes(query.failure.code)
  return isUnanswered && (query.data === undefined || updating) ? keptFound(city) : undefined
}

/** How old an answer is, where a newer one could not be had. */
const Age = ({ at, failure }: { readonly at: number; readonly failure: Failure | undefined }) => {
  const { o, dates } = useOutletCopy()
  const moment = dates.moment(at, Date.now())
  if (!useOnline() || failure?.code === 'offline') return <Notice kind="info" icon="offline">{o.kept(moment)}</Notice>
  return failure ? <Notice kind="info" icon="clock">{o.keptUnanswered(moment)}</Notice> : null
}

/** An answer, and above it how old it is. */
const Known = ({ lookup, hotline }: BodyProps) => {
  const { data, failure, checkedAt } = lookup.pages.query
  return (
    <View className="page-col">
      {checkedAt !== undefined && <Age at={checkedAt} failure={failure} />}
      {data && <Answer lookup={lookup} hotline={hotline} found={data} />}
    </View>
  )
}

/** What there is to see: an answer, the list that was seen last, or why there is none. */
const Body = ({ lookup, hotline }: BodyProps) => {
  const { t } = useOutletCopy()
  const { query } = lookup.pages
  if (query.status === 'loading') return <Loading bones={['line', 'cell', 'cell', 'cell', 'cell']} />
  const { data, failure, retry } = query
  const kept = keptFor(lookup)
  if (kept && failure) return <KeptResults lookup={lookup} kept={kept} failure={failure} hotline={hotline} />
  if (data === undefined && failure) return <Problem failure={failure} hotline={hotline} call={t.call.hotlineAsk} onRetry={retry} />
  return <Known lookup={lookup} hotline={hotline} />
}

/** The city has no list: there is nothing to narrow, and no place to ask for. */
const hasNoList = ({ pages: { query: { data } } }: Lookup): boolean => data !== undefined && !data.none && !data.list

/** Which door near the citizen can do what they came for, today. */
export const OutletLookup = (params: ParamsOf<'outlets'>) => {
  const lookup = useLookup(params)
  const hotline = useHotline(lookup.asker.city)
  return (
    <View className="page-col">
      {!hasNoList(lookup) && <Narrowing lookup={lookup} />}
      <Body lookup={lookup} hotline={hotline} />
      {/* in a box of its own: what comes and goes here would else send the whole page across again */}
      <View><OpenSheet {...lookup} /></View>
    </View>
  )
}
