import { useEffect, useState } from 'react'
import type { DataOf } from '@/contract'
import type { StaffOnWire } from '@/contract/counter'
import type { CityCode } from '@/domain/policies'
import { serviceKinds } from '@/domain/outlet-plan'
import { ask } from './ask'
import { Choice } from './choice'
import { Field } from './field'
import { sayRefusal } from './say'
import { useReading } from './use-reading'
import { useWords } from './words'

interface OutletChoiceProps {
  readonly city: CityCode
  readonly own: Pick<StaffOnWire, 'outletId' | 'city'>
  readonly value: string | null | undefined
  readonly onChange: (outlet: string | null) => void
}
type Found = Pick<DataOf<'outlets/search'>['outlets'][number], 'outletId' | 'name' | 'address'>

const limit = 8
const later = ''

/** The counter's own outlet, where it hands out cards of the city: chosen unless something else is. */
const useOwn = ({ city, own, value, onChange }: OutletChoiceProps): Found | undefined => {
  const [found, setFound] = useState<Found>()
  useEffect(() => {
    if (own.city !== city) return
    ask('outlets/get', { outletId: own.outletId }).then(({ outlet }) => { if (outlet.capabilities.includes('collect')) setFound(outlet) }, () => undefined)
  }, [city, own.city, own.outletId])
  useEffect(() => { if (found && value === undefined) onChange(found.outletId) })
  return found
}

/** Where the new card is collected: here, at another outlet that hands out cards, or it is said later. */
export const OutletChoice = (props: OutletChoiceProps) => {
  const spoken = useWords()
  const { w } = spoken
  const { city, value, onChange } = props
  const own = useOwn(props)
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<readonly Found[]>()
  const query = typed.trim()
  const { busy, refused, start } = useReading(
    () => ask('outlets/search', { city, limit, kind: [...serviceKinds], capability: ['collect'], ...(query && { query }) }), ({ outlets }) => setFound(outlets),
  )
  const others = (found ?? []).filter(({ outletId }) => outletId !== own?.outletId)
  const words = Object.fromEntries([
    ...(own ? [[own.outletId, `${w.order.outletOwn} · ${own.name}`]] : []), ...others.map(({ outletId, name, address }) => [outletId, `${name} · ${address}`]),
    [later, w.order.outletLater],
  ])
  const choose = (outletId: string) => onChange(outletId === later ? null : outletId)
  return (
    <>
      <Choice rows title={w.order.outlet} values={Object.keys(words)} words={words} value={value === null ? later : value} onChange={choose} />
      <Field label={w.order.outletFind} value={typed} onChange={setTyped} onEnter={start} />
      <button type="button" aria-busy={busy} onClick={start}>{w.order.outletGo}</button>
      {found && <p className="hint" role="status">{w.order.outletFound(found.length)}</p>}
      {refused && <p className="bad" role="alert">{sayRefusal(refused, spoken)}</p>}
    </>
  )
}
