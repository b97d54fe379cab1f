import { useOutletCopy } from '@/copy/outlets'
import { policyOf } from '@/domain/policies'
import type { City } from '../banks/city'
import { DistrictSheet, PlaceSheet, PrivacySheet } from './sheets'
import type { Place } from './use-place'
import type { District } from './wishes'

interface WhereSheetProps {
  readonly city: City
  readonly place: Place
  readonly district: District | undefined
  /** Whether the citizen asked for the districts. */
  readonly choosing: boolean
  readonly onChoosing: (choosing: boolean) => void
  readonly onChoose: (district: District | undefined) => void
}

const useWhyDistrict = ({ place: { state }, city }: WhereSheetProps): string | undefined => {
  const { o, language } = useOutletCopy()
  if (state.step !== 'missing') return undefined
  const said = o.place.missing[state.why]
  return typeof said === 'string' ? said : said(policyOf(city).name[language])
}

/** Where one looks: the place's own questions go before any other; without a place, or where they were asked for, the districts. */
export const WhereSheet = (props: WhereSheetProps) => {
  const { city, place, district, choosing, onChoosing, onChoose } = props
  const why = useWhyDistrict(props)
  const { step } = place.state
  const close = () => {
    if (step !== 'known') place.leave()
    onChoosing(false)
  }
  const choose = (next: District | undefined) => {
    onChoose(next)
    close()
  }
  const instead = () => {
    place.leave()
    onChoosing(true)
  }
  if (step === 'asking') return <PlaceSheet place={place} onDistrict={instead} />
  if (step === 'consenting') return <PrivacySheet place={place} onDistrict={instead} />
  if (step !== 'missing' && !choosing) return null
  return <DistrictSheet city={city} chosen={district} why={why} onChoose={choose} onClose={close} />
}
