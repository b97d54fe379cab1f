import { useEffect, useMemo, useState } from 'react'
import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { useNow } from '@/components/use-now'
import { useOutletCopy } from '@/copy/outlets'
import { aria } from '@/platform/aria'
import { isPhone } from '@/platform/phone'
import { toTop } from '@/platform/scroll'
import { useSettings } from '../settings'
import type { Found } from './found'
import { FoundList } from './found-list'
import { FoundMap } from './found-map'
import { keepFound } from './kept'
import { allRows, rowsOf, saidFound, type Row } from './rows'
import { saidDate } from './said-outlet'
import { nextChange } from './said-opening'
import type { Lookup } from './use-lookup'
import { useWide } from './use-wide'
import { Views, type Shown } from './views'
import { isOpenFirst } from './wishes'

const useKeeping = ({ pages: { query, updating }, asker: { city } }: Lookup): void => {
  const { status, data, checkedAt } = query
  useEffect(() => {
    if (status === 'ready' && !updating && checkedAt !== undefined) keepFound(city, data, checkedAt)
  }, [status, updating, data, checkedAt, city])
}

/** What the list is and how old: a checked date is always there. */
export const Foot = ({ found: { list }, rows, openFirst }: { readonly found: Found; readonly rows: readonly Row[]; readonly openFirst: boolean }) => {
  const { o } = useOutletCopy()
  const [oldest] = rows.map(({ outlet }) => outlet.checkedOn).sort()
  return <View className="cap">{o.foot(openFirst, list?.fictional ?? false, oldest ? saidDate(oldest, o, Date.now()) : '')}</View>
}

const ElderWays = ({ shown, onShow }: { readonly shown: Shown; readonly onShow: (view: Shown) => void }) => {
  const { o } = useOutletCopy()
  // the button stands below the list: what it shows begins far above
  const show = (view: Shown) => {
    onShow(view)
    toTop()
  }
  if (shown === 'map') return <ActionButton kind="second" icon="list" words={o.toList} onTap={() => show('list')} />
  return <ActionButton kind="second" icon="pin" words={isPhone ? o.toMap : o.toPlot} onTap={() => show('map')} />
}

/** Which of the two views are seen: both where there is room, one at a time otherwise and in elder mode. */
const useViews = () => {
  const elder = useSettings().mode === 'elder'
  const wide = useWide() && !elder
  const [shown, show] = useState<Shown>('list')
  return { elder, wide, shown, show, list: wide || shown === 'list', map: wide || shown === 'map' }
}

interface ResultsProps {
  readonly lookup: Lookup
  readonly found: Found
}

/** What was found, as a list and by direction; the chosen outlet is the same in both. */
export const Results = ({ lookup, found }: ResultsProps) => {
  const { o } = useOutletCopy()
  const { asker, pages, sheet, state: { wishes } } = lookup
  const { elder, wide, shown, show, list, map } = useViews()
  const groups = useMemo(() => rowsOf(found), [found])
  const rows = useMemo(() => allRows(groups), [groups])
  const [chosen, choose] = useState<string>()
  const selected = rows.find(({ key }) => key === chosen) ?? rows[0]
  const next = useMemo(() => nextChange(rows.map(({ outlet }) => outlet.opening), Date.now()), [rows])
  const context = { need: found.need, own: asker.own, now: useNow(next, pages.query.retry) }
  useKeeping(lookup)
  return (
    <View className="page-col">
      {!elder && !wide && <Views shown={shown} onShow={show} />}
      <View {...aria({ live: 'polite', busy: pages.updating })}>
        <View className={elder ? 'h1' : 'h2'} {...aria({ role: 'heading', level: 1 })}>{pages.updating ? o.updating : saidFound(groups, o)}</View>
      </View>
      <View className={wide ? 'beside' : ''}>
        {list && <FoundList groups={groups} city={asker.city} selected={selected?.key} onSelect={choose} beside={wide} pages={pages} {...context} />}
        {map && (
          <FoundMap
            rows={rows}
            selected={selected}
            onSelect={(outletId) => choose(rows.find(({ outlet }) => outlet.outletId === outletId)?.key)}
            covered={sheet !== undefined}
            {...context}
          />
        )}
      </View>
      {elder && <ElderWays shown={shown} onShow={show} />}
      <Foot found={found} rows={rows} openFirst={isOpenFirst(wishes, asker)} />
    </View>
  )
}
