import { View } from '@tarojs/components'
import { Tap } from '@/components/tap'
import { aria } from './aria'
import { nextIn, outermost, plotOf, type Target } from './outlet-map/plot'
import type { MapWords, OutletMapProps } from './outlet-map/props'

const percent = (value: number): string => `${value.toFixed(2)}%`

interface TargetProps extends Pick<OutletMapProps, 'selected' | 'words' | 'onSelect'> {
  readonly target: Target
}

const labelOf = ({ places }: Target, { label, cluster }: MapWords): string => {
  const [{ number, name, open }, ...others] = places
  return others.length === 0 ? label(number, name, open) : cluster(places.length, places.map((place) => place.number).join(' '))
}

const lookOf = ({ places }: Target): string => {
  if (places.length > 1) return 'plot-some'
  return places[0].open ? 'plot-open' : 'plot-shut'
}

const TargetView = ({ target, selected, words, onSelect }: TargetProps) => {
  const { places, left, top } = target
  const on = places.some(({ id }) => id === selected)
  return (
    <View className="plot-at" style={{ left: percent(left), top: percent(top) }}>
      <Tap className="plot-target" role="radio" label={labelOf(target, words)} checked={on} onTap={() => onSelect(nextIn(target, selected).id)}>
        <View className={`plot-mark ${lookOf(target)}${on ? ' plot-on' : ''}`}>
          {places.length > 1 ? words.some(places.length) : String(places[0].number)}
        </View>
      </Tap>
    </View>
  )
}

const Ring = ({ ring, words, step }: { readonly ring: number; readonly words: MapWords; readonly step: number }) => {
  const size = percent((outermost * 2 * ring) / 3)
  return (
    <>
      <View className={`plot-ring plot-ring-${ring}`} style={{ width: size, height: size }} />
      <View className="plot-far" style={{ top: percent(50 + (outermost * ring) / 3) }}>{words.distance(step * ring)}</View>
    </>
  )
}

const sides = ['north', 'east', 'south', 'west'] as const

/** Direction and distance without a map: rings around the citizen, or around what was found, north up. */
export const OutletMap = ({ places, selected, own, words, touch, onSelect }: OutletMapProps) => {
  const { targets, step } = plotOf(places, own, touch)
  return (
    <View className="plot" {...aria({ role: 'radiogroup', label: words.whole })}>
      <View {...aria({ hidden: true })}>
        {[3, 2, 1].map((ring) => <Ring key={ring} ring={ring} words={words} step={step} />)}
        {sides.map((side, index) => <View key={side} className={`plot-side plot-${side}`}>{words.edges[index]}</View>)}
        {own && <View className="plot-you">{words.you}</View>}
      </View>
      {targets.map((target) => (
        <TargetView key={target.places[0].id} target={target} selected={selected} words={words} onSelect={onSelect} />
      ))}
    </View>
  )
}
