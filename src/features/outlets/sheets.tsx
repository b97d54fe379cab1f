import { useMemo } from 'react'
import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Choice } from '@/components/choice'
import { Dialog } from '@/components/dialog'
import { Link } from '@/components/link'
import { Loading } from '@/components/loading'
import type { DataOf } from '@/contract'
import { useOutletCopy } from '@/copy/outlets'
import { outletNeeds } from '@/domain/words'
import { ConsentButton } from '@/platform/consent-button'
import { openPrivacyNotice } from '@/platform/privacy'
import type { City } from '../banks/city'
import { useQuestion } from '../query'
import type { Place } from './use-place'
import type { Need } from './found'
import type { District } from './wishes'

interface NeedSheetProps {
  readonly need: Need
  readonly onChoose: (need: Need) => void
  readonly onClose: () => void
}

/** What one goes there for. */
export const NeedSheet = ({ need, onChoose, onClose }: NeedSheetProps) => {
  const { o, t } = useOutletCopy()
  const options = [...outletNeeds, '' as const].map((value) => ({ value, words: o.needs[value].words, second: o.needs[value].second }))
  return (
    <Dialog question={o.ask.need} words={o.ask.needSecond} onClose={onClose}>
      <View className="sheet-list"><Choice label={o.ask.need} options={options} chosen={need} onChoose={onChoose} /></View>
      <ActionButton kind="plain" words={t.common.back} onTap={onClose} />
    </Dialog>
  )
}

const districtsOf = ({ districts }: DataOf<'outlets/districts'>) => districts
/** A city's districts change rarely: an hour old is fresh. */
const staleTime = 3_600_000

interface DistrictSheetProps {
  readonly city: City
  readonly chosen: District | undefined
  /** Why the citizen was led here, where they did not ask for it. */
  readonly why: string | undefined
  readonly onChoose: (district: District | undefined) => void
  readonly onClose: () => void
}

/** Which district, with how many outlets each has. */
export const DistrictSheet = ({ city, chosen, why, onChoose, onClose }: DistrictSheetProps) => {
  const { o, t } = useOutletCopy()
  const { data, status, retry } = useQuestion('outlets/districts', { city }, { staleTime, select: districtsOf })
  const options = useMemo(() => [
    { value: '', words: o.district.all },
    ...(data ?? []).map(({ code, name, outlets }) => ({ value: code, words: o.district.count(name, outlets) })),
  ], [data, o])
  const choose = (code: string) => onChoose(data?.find((one) => one.code === code))
  return (
    <Dialog question={o.district.ask} words={why ?? o.district.second} onClose={onClose}>
      {status === 'loading' && <Loading bones={['cell', 'cell', 'cell']} />}
      {data && <View className="sheet-scroll"><Choice label={o.district.ask} options={options} chosen={chosen?.code ?? ''} onChoose={choose} /></View>}
      {!data && status !== 'loading' && <View className="sub">{o.district.failed}</View>}
      {!data && status !== 'loading' && <ActionButton icon="refresh" words={t.common.retry} onTap={retry} />}
      <ActionButton kind="plain" words={o.district.keep} onTap={onClose} />
    </Dialog>
  )
}

interface PlaceSheetProps {
  readonly place: Place
  /** Another way to be told what is near. */
  readonly onDistrict: () => void
}

/** What the place is for, before the platform asks for it. */
export const PlaceSheet = ({ place, onDistrict }: PlaceSheetProps) => {
  const { o } = useOutletCopy()
  return (
    <Dialog question={o.place.ask} words={o.place.why} onClose={place.leave}>
      <ActionButton icon="pin" words={o.place.use} onTap={place.agree} />
      <ActionButton kind="second" words={o.place.not} onTap={onDistrict} />
    </Dialog>
  )
}

/** The platform's own privacy notice comes first. */
export const PrivacySheet = ({ place, onDistrict }: PlaceSheetProps) => {
  const { o } = useOutletCopy()
  return (
    <Dialog question={o.place.privacy} words={o.place.privacyWhy} onClose={place.leave}>
      <Link words={o.place.read} onTap={openPrivacyNotice} />
      <ConsentButton words={o.place.agree} onAgree={place.consent} />
      <ActionButton kind="second" words={o.place.not} onTap={onDistrict} />
    </Dialog>
  )
}
