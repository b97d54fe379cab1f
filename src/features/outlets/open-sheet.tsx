import { ActionButton } from '@/components/action-button'
import { Dialog } from '@/components/dialog'
import { useOutletCopy } from '@/copy/outlets'
import { policyOf } from '@/domain/policies'
import { Filters } from './filters'
import { DistrictSheet, NeedSheet, PlaceSheet, PrivacySheet } from './sheets'
import type { Lookup } from './use-lookup'
import type { District } from './wishes'

const useWhyDistrict = ({ place: { state }, asker: { city } }: Lookup): string | undefined => {
  const { o, language } = useOutletCopy()
  if (state.step !== 'missing') return undefined
  const said = o.place.missing[state.why]
  return typeof said === 'string' ? said : said(policyOf(city).name[language])
}

/** Chooses a district and goes back to the list, wherever the question came from. */
const useDistrict = ({ state: { chooseDistrict }, place, open }: Lookup) => {
  const close = () => {
    if (place.state.step !== 'known') place.leave()
    open(undefined)
  }
  const choose = (district: District | undefined) => {
    chooseDistrict(district)
    close()
  }
  const instead = () => {
    place.leave()
    open('district')
  }
  return { close, choose, instead }
}

const FilterSheet = (lookup: Lookup) => {
  const { o } = useOutletCopy()
  const { open } = lookup
  const close = () => open(undefined)
  return (
    <Dialog question={o.change} words={o.chips.label} onClose={close}>
      <Filters {...lookup} onNeed={() => open('need')} onDistrict={() => open('district')} />
      <ActionButton words={o.changed} onTap={close} />
    </Dialog>
  )
}

/** The one question that lies over the page, if any. */
export const OpenSheet = (lookup: Lookup) => {
  const { sheet, state: { wishes, change }, asker, place } = lookup
  const why = useWhyDistrict(lookup)
  const { close, choose, instead } = useDistrict(lookup)
  switch (sheet) {
    case 'need': return <NeedSheet need={wishes.need} onClose={close} onChoose={(need) => { change({ need }); close() }} />
    case 'district': return <DistrictSheet city={asker.city} chosen={wishes.district} why={why} onChoose={choose} onClose={close} />
    case 'filters': return <FilterSheet {...lookup} />
    case 'place': return <PlaceSheet place={place} onDistrict={instead} />
    case 'privacy': return <PrivacySheet place={place} onDistrict={instead} />
    case undefined: return null
  }
}
