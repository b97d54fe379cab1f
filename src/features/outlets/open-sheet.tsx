import { ActionButton } from '@/components/action-button'
import { Dialog } from '@/components/dialog'
import { useOutletCopy } from '@/copy/outlets'
import { Filters } from './filters'
import { NeedSheet } from './sheets'
import type { Lookup } from './use-lookup'
import { WhereSheet } from './where-sheet'

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
  const { sheet, open, state: { wishes, change, chooseDistrict }, asker, place } = lookup
  const close = () => open(undefined)
  if (sheet === undefined) return null
  if (sheet === 'need') return <NeedSheet need={wishes.need} onClose={close} onChoose={(need) => { change({ need }); close() }} />
  if (sheet === 'filters') return <FilterSheet {...lookup} />
  return (
    <WhereSheet
      city={asker.city}
      place={place}
      district={wishes.district}
      choosing={sheet === 'district'}
      onChoosing={(choosing) => open(choosing ? 'district' : undefined)}
      onChoose={chooseDistrict}
    />
  )
}
