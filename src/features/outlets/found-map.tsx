import { useMemo } from 'react'
import { View } from '@tarojs/components'
import { useOutletCopy } from '@/copy/outlets'
import { OutletMap } from '@/platform/outlet-map'
import { isPhone } from '@/platform/phone'
import { useSettings } from '../settings'
import { OutletCard, type RowContext } from './outlet-row'
import { placesOf, type Row } from './rows'
import { saidDistance } from './said-outlet'

const Legend = () => {
  const { o } = useOutletCopy()
  return (
    <View className="legend">
      <View className="legend-one"><View className="legend-mark plot-open" /><View>{o.map.legend.open}</View></View>
      <View className="legend-one"><View className="legend-mark plot-shut" /><View>{o.map.legend.closed}</View></View>
    </View>
  )
}

const useMapWords = () => {
  const { o } = useOutletCopy()
  return useMemo(() => {
    const { you, some, label, cluster } = o.map
    const [north = '', , east = '', , south = '', , west = ''] = o.directions
    return { whole: o.views.plot, you, some, label, cluster, edges: [north, east, south, west] as const, distance: (metres: number) => saidDistance(metres, o) }
  }, [o])
}

interface FoundMapProps extends RowContext {
  readonly rows: readonly Row[]
  readonly selected: Row | undefined
  readonly onSelect: (outletId: string) => void
  /** A question lies over the page: a phone's map would lie over the question. */
  readonly covered: boolean
}

/** The same outlets by direction and distance, with the chosen one below. */
export const FoundMap = ({ rows, selected, onSelect, covered, ...context }: FoundMapProps) => {
  const { o } = useOutletCopy()
  const words = useMapWords()
  const touch = useSettings().mode === 'elder' ? 60 : 44
  const places = useMemo(() => placesOf(rows), [rows])
  const { own } = context
  return (
    <View className="page-col">
      {isPhone && covered
        ? <View className="map" />
        : <OutletMap places={places} selected={selected?.outlet.outletId} own={own} words={words} touch={touch} onSelect={onSelect} />}
      <Legend />
      {!isPhone && <View className="cap">{o.map.hint(own ? o.map.ownPlace : o.map.ofFound)}</View>}
      {selected && <OutletCard row={selected} {...context} />}
    </View>
  )
}
