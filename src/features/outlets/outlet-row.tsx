import { View } from '@tarojs/components'
import { Tap } from '@/components/tap'
import type { PointOnWire } from '@/contract'
import { useOutletCopy } from '@/copy/outlets'
import { aria } from '@/platform/aria'
import { go } from '@/platform/navigation'
import { useSettings } from '../settings'
import { OutletActs } from './outlet-acts'
import { OpeningLine } from './outlet-facts'
import type { Row } from './rows'
import { saidDoes, saidWhere } from './said-outlet'
import type { Need } from './found'

export interface RowContext {
  readonly need: Need
  readonly own: PointOnWire | undefined
  readonly now: number
}

interface FactsProps extends RowContext {
  readonly row: Row
}

const Facts = ({ row: { number, step, outlet }, need, own, now }: FactsProps) => {
  const { o } = useOutletCopy()
  const where = saidWhere(outlet, own, o)
  return (
    <>
      <View className="out-head">
        <View className="out-name">{`${number}　${outlet.name}`}</View>
        {where && <View className="out-far">{where}</View>}
      </View>
      <OpeningLine opening={outlet.opening} now={now} />
      <View className="out-does">{saidDoes(outlet, need, step, o)}</View>
    </>
  )
}

const More = ({ row: { outlet } }: { readonly row: Row }) => (
  <View className="out-more">
    <View className="out-address picks">{outlet.address}</View>
    <OutletActs outlet={outlet} short={useSettings().mode === 'elder'} onAll={() => void go('outlet', { outletId: outlet.outletId })} />
  </View>
)

interface OutletRowProps extends FactsProps {
  readonly open: boolean
  readonly beside: boolean
  readonly onSelect: (key: string) => void
}

/** An outlet of the list; the chosen one opens in its place, or is only marked where it stands beside the list. */
export const OutletRow = ({ open, beside, onSelect, ...facts }: OutletRowProps) => (
  <View className={`out${open ? ' out-on' : ''}`} {...aria({ role: 'listitem' })}>
    <Tap className="out-tap" {...(beside ? { role: 'radio', checked: open } : { expanded: open })} onTap={() => onSelect(facts.row.key)}><Facts {...facts} /></Tap>
    {open && !beside && <More row={facts.row} />}
  </View>
)

/** The chosen outlet below a map. */
export const OutletCard = (facts: FactsProps) => (
  <View className="sheet">
    <View className="out out-on out-card"><View className="out-tap"><Facts {...facts} /></View><More row={facts.row} /></View>
  </View>
)
