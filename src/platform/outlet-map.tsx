import { useMemo, useState } from 'react'
import { Map } from '@tarojs/components'
import { clustersOf, marksIn, viewInto, viewOf, type View } from './outlet-map/clusters'
import { markerOf, ownMarker } from './outlet-map/markers'
import type { OutletMapProps } from './outlet-map/props'
import { numberTold, viewTold } from './outlet-map/told'

/** The phone's own map. It is moved only where a new list or a tapped cluster asks for it; what a finger does is only followed. */
export const OutletMap = ({ places, selected, own, words, touch, onSelect }: OutletMapProps) => {
  const clusters = useMemo(() => clustersOf(places, touch), [places, touch])
  const whole = useMemo(() => viewOf([...places.map(({ point }) => point), ...(own ? [own] : [])]), [places, own])
  const [moved, setMoved] = useState<{ readonly of: View; readonly to: View; readonly seen: View }>()
  const { to, seen } = moved?.of === whole ? moved : { to: whole, seen: whole }
  const marks = marksIn(clusters, seen)
  const tapped = (event: unknown): void => {
    const mark = marks.find(({ id }) => id === numberTold(event, 'markerId'))
    const [first, second] = mark?.places ?? []
    if (mark && second) {
      const into = viewInto(clusters, mark)
      setMoved({ of: whole, to: into, seen: into })
    } else if (first) onSelect(first.id)
  }
  const followed = (event: unknown): void => {
    const view = viewTold(event, seen)
    if (view) setMoved({ of: whole, to, seen: view })
  }
  return (
    <Map
      className="map"
      {...to.centre}
      scale={to.scale}
      markers={[...marks.map((mark) => markerOf(mark, words, touch, selected)), ...(own ? [ownMarker(own, words, touch)] : [])]}
      onMarkerTap={tapped}
      onLabelTap={tapped}
      onRegionChange={followed}
      onError={() => undefined}
    />
  )
}
