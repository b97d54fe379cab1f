import { useState } from 'react'
import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Choice } from '@/components/choice'
import { Loading } from '@/components/loading'
import { Notice } from '@/components/notice'
import type { CardOnWire, DataOf, FoundOutletOnWire } from '@/contract'
import { useOutletCopy } from '@/copy/outlets'
import { useReissueCopy } from '@/copy/reissue'
import { serviceKinds } from '@/domain/outlet-plan'
import { send } from '../client'
import { keepDistrict, keptDistrict } from '../outlets/district-store'
import { saidOpening } from '../outlets/said-opening'
import { DistrictSheet } from '../outlets/sheets'
import type { District } from '../outlets/wishes'
import { usePaged, type Paged } from '../paged'
import type { PartProps } from './part-props'
import { PartScreen } from './part-screen'

/** How many come at once. */
const limit = 8
const later = ''

const outletsOf = (pages: readonly DataOf<'outlets/search'>[]): readonly FoundOutletOnWire[] => pages.flatMap(({ outlets }) => outlets)

/** The service outlets that hand out new cards, in one district or all. */
const useHanding = ({ city }: CardOnWire, district: District | undefined): Paged<readonly FoundOutletOnWire[]> => {
  const request = { city, limit, kind: [...serviceKinds], capability: ['collect' as const], ...(district && { district: district.code }) }
  return usePaged({ name: 'outlets/search', request, ask: (from) => send('outlets/search', { ...request, ...from }), shown: outletsOf })
}

const Found = ({ handing, applying: { draft, put } }: Pick<PartProps, 'applying'> & { readonly handing: Paged<readonly FoundOutletOnWire[]> }) => {
  const { t, r, dates } = useReissueCopy()
  const { o } = useOutletCopy()
  const { status, data = [], hasMore, loadingMore, loadMore, retry } = handing
  const said = r.apply.outlet
  const choose = (id: string) => put({ outlet: id === later ? null : { id, name: data.find(({ outletId }) => outletId === id)?.name ?? '' } })
  const options = [
    ...data.map(({ outletId, name, address, opening }) => ({ value: outletId, words: name, second: `${address} · ${saidOpening(opening, o, dates, Date.now()).words}` })),
    { value: later, words: said.later, second: said.laterNext },
  ]
  if (status === 'loading') return <Loading bones={['cell', 'cell', 'cell']} />
  return (
    <View className="page-col">
      {status === 'ready' && data.length === 0 && <Notice kind="info" title={said.none}>{said.noneNext}</Notice>}
      {status !== 'ready' && <Notice kind="bad" title={said.failed} />}
      {status !== 'ready' && <ActionButton kind="second" icon="refresh" words={t.common.retry} onTap={retry} />}
      <Choice label={said.label} options={options} chosen={draft.outlet === null ? later : draft.outlet?.id} onChoose={choose} />
      {hasMore && <ActionButton kind="second" words={said.more} busyWords={loadingMore ? t.common.loading : undefined} onTap={loadMore} />}
    </View>
  )
}

/** Where the new card is collected: chosen from the city's list, or decided later. */
export const OutletPart = (props: PartProps) => {
  const { r } = useReissueCopy()
  const { card, applying } = props
  const [district, setDistrict] = useState(() => keptDistrict(card.city))
  const [choosing, setChoosing] = useState(false)
  const handing = useHanding(card, district)
  const said = r.apply.outlet
  const choose = (next: District | undefined) => {
    keepDistrict(card.city, next)
    setDistrict(next)
    setChoosing(false)
  }
  return (
    <PartScreen {...props} ask={said.ask} second={said.second} offReason={applying.draft.outlet === undefined ? said.missing : undefined}>
      <ActionButton kind="second" icon="pin" words={district ? said.district(district.name) : said.anywhere} onTap={() => setChoosing(true)} />
      <Found handing={handing} applying={applying} />
      {choosing && <DistrictSheet city={card.city} chosen={district} why={undefined} onChoose={choose} onClose={() => setChoosing(false)} />}
    </PartScreen>
  )
}
