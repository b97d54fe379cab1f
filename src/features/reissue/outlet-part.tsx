import { useState } from 'react'
import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Choice } from '@/components/choice'
import { Loading } from '@/components/loading'
import { Notice } from '@/components/notice'
import type { FoundOutletOnWire } from '@/contract'
import { useOutletCopy } from '@/copy/outlets'
import { useReissueCopy } from '@/copy/reissue'
import { saidWhere } from '../outlets/said-outlet'
import { WhereSheet } from '../outlets/where-sheet'
import type { PartProps } from './part-props'
import { PartScreen } from './part-screen'
import { useHanding, type Handing } from './use-handing'

interface FoundProps extends Pick<PartProps, 'applying'> {
  readonly handing: Handing
}

const later = ''

/** Nothing to choose from, and what helps: the whole city, or nothing now. */
const Nothing = ({ handing: { found: { data }, district, choose } }: Pick<FoundProps, 'handing'>) => {
  const { r: { apply: { outlet: said } } } = useReissueCopy()
  const { o } = useOutletCopy()
  if (!data?.listed) return <Notice kind="info" title={o.noList.title}>{said.noneAtAll}</Notice>
  if (!district) return <Notice kind="info" title={said.none(o.district.all)}>{said.noneAtAll}</Notice>
  return (
    <>
      <Notice kind="info" title={said.none(district.name)}>{said.noneNext}</Notice>
      <ActionButton kind="second" words={said.whole} onTap={() => choose(undefined)} />
    </>
  )
}

/** Why there is nothing to choose from: it was not found out, or there is none. */
const Missing = ({ handing }: Pick<FoundProps, 'handing'>) => {
  const { t, r } = useReissueCopy()
  const { status, data, retry } = handing.found
  if (data) return data.outlets.length === 0 ? <Nothing handing={handing} /> : null
  return status === 'loading' ? null : (
    <>
      <Notice kind="bad" title={r.apply.outlet.failed} />
      <ActionButton kind="second" icon="refresh" words={t.common.retry} onTap={retry} />
    </>
  )
}

/** The outlets as rows, and that it is decided later; what was chosen stays among them wherever one looks. */
const useOptions = ({ handing: { found, own }, applying: { draft: { outlet: chosen } } }: FoundProps) => {
  const { o } = useOutletCopy()
  const { outlet: said } = useReissueCopy().r.apply
  const outlets = found.data?.outlets ?? []
  const rowOf = (outlet: FoundOutletOnWire) => {
    const where = saidWhere(outlet, own, o)
    return { value: outlet.outletId, words: outlet.name, second: where ? `${where} · ${outlet.address}` : outlet.address }
  }
  return [
    ...(chosen && outlets.every(({ outletId }) => outletId !== chosen.id) ? [{ value: chosen.id, words: chosen.name, second: said.chosen }] : []),
    ...outlets.map(rowOf),
    { value: later, words: said.later, second: said.laterNext },
  ]
}

const Found = (props: FoundProps) => {
  const { t, r } = useReissueCopy()
  const { handing, applying: { draft, put } } = props
  const { status, hasMore, loadingMore, loadMore } = handing.found
  const said = r.apply.outlet
  const options = useOptions(props)
  const choose = (id: string) => put({ outlet: id === later ? null : { id, name: options.find(({ value }) => value === id)?.words ?? '' } })
  if (status === 'loading') return <Loading bones={['cell', 'cell', 'cell']} />
  return (
    <View className="page-col">
      <Missing handing={handing} />
      <Choice label={said.label} options={options} chosen={draft.outlet === null ? later : draft.outlet?.id} onChoose={choose} />
      {hasMore && <ActionButton kind="second" words={said.more} busyWords={loadingMore ? t.common.loading : undefined} onTap={loadMore} />}
    </View>
  )
}

/** Near, or in a district: what orders and narrows the list, where there is one. */
const Where = ({ handing: { found, place, district }, onDistrict }: Pick<FoundProps, 'handing'> & { readonly onDistrict: () => void }) => {
  const { r: { apply: { outlet: said } } } = useReissueCopy()
  const { o } = useOutletCopy()
  const { step } = place.state
  if (found.data && !found.data.listed) return null
  return (
    <View className="page-col">
      <ActionButton kind="second" icon="pin" words={step === 'known' ? said.notNear : said.near} busyWords={step === 'finding' ? o.chips.finding : undefined} onTap={place.start} />
      <ActionButton kind="plain" words={district ? said.district(district.name) : said.anywhere} onTap={onDistrict} />
    </View>
  )
}

/** Where the new card is collected: chosen from the city's list, the nearest first if the citizen says where they are, or decided later. */
export const OutletPart = (props: PartProps) => {
  const { r: { apply: { outlet: said } } } = useReissueCopy()
  const { card, applying } = props
  const [choosing, setChoosing] = useState(false)
  const handing = useHanding(card)
  const { place, district, choose } = handing
  return (
    <PartScreen {...props} ask={said.ask} second={said.second} offReason={applying.draft.outlet === undefined ? said.missing : undefined}>
      <Where handing={handing} onDistrict={() => setChoosing(true)} />
      <Found handing={handing} applying={applying} />
      <WhereSheet city={card.city} place={place} district={district} choosing={choosing} onChoosing={setChoosing} onChoose={choose} />
    </PartScreen>
  )
}
