import { fireEvent, render, screen } from '@testing-library/react'
import { OutletMap as PhoneMap } from '@/platform/outlet-map'
import { OutletMap as BrowserMap } from '@/platform/outlet-map.h5'
import { directionOf, offsetOf } from '@/platform/outlet-map/geometry'
import { plotOf } from '@/platform/outlet-map/plot'
import type { MapPlace, MapWords } from '@/platform/outlet-map/props'

const words: MapWords = {
  whole: 'directions',
  you: '您',
  some: (count) => `${count} 个`,
  label: (number, name, open) => `${number} ${name} ${open ? 'open' : 'shut'}`,
  cluster: (count, numbers) => `${count}: ${numbers}`,
  distance: (metres) => `${metres} m`,
  edges: ['N', 'E', 'S', 'W'],
}
const own = { latitude: 30.65, longitude: 104.05 }
const metre = 1 / 111_320

/** A place so many metres to the north and east of the citizen. */
const placeAt = (number: number, north: number, east: number, open = true): MapPlace => ({
  id: `id-${number}`, number, name: `outlet ${number}`, open,
  point: { latitude: own.latitude + north * metre, longitude: own.longitude + (east * metre) / Math.cos((own.latitude * Math.PI) / 180) },
})

const show = (Map: typeof PhoneMap, places: readonly MapPlace[], selected?: string) => {
  const chosen: string[] = []
  render(<Map places={places} selected={selected} own={own} words={words} touch={44} onSelect={(id) => chosen.push(id)} />)
  return chosen
}
const target = (name: string) => screen.getByRole('radio', { name })
const button = (name: string) => screen.getByRole('button', { name })

describe('directions', () => {
  test.each([[100, 0, 0], [100, 100, 1], [0, 100, 2], [-100, 100, 3], [-100, 0, 4], [-100, -100, 5], [0, -100, 6], [100, -100, 7]])(
    '%s m north and %s m east is direction %s', (north, east, direction) => {
      expect(directionOf(offsetOf(placeAt(1, north, east).point, own))).toBe(direction)
    })
})

describe('the drawing', () => {
  test('has north up and rings of whole kilometres that hold what was found', () => {
    const { targets, step } = plotOf([placeAt(1, 2000, 0), placeAt(2, 0, 2900)], own, 44)
    expect(step).toBe(1000)
    expect(targets[0]).toMatchObject({ left: 50 })
    expect(targets[0]?.top).toBeLessThan(25)
    expect(targets[1]?.left).toBeGreaterThan(90)
  })

  test('keeps near ones apart when one lies far away: that one is drawn on the outermost ring', () => {
    const { targets, step } = plotOf([placeAt(1, 890, 0), placeAt(2, 0, 890), placeAt(3, -890, 0), placeAt(4, 0, -40_000)], own, 44)
    expect(step).toBe(300)
    expect(targets).toHaveLength(4)
    expect(targets[3]?.left).toBeCloseTo(7)
  })

  test('merges what would overlap, in the list’s order', () => {
    const { targets } = plotOf([placeAt(1, 500, 0), placeAt(2, 2500, 0), placeAt(3, 520, 20), placeAt(4, 0, 1200)], own, 44)
    expect(targets.map(({ places }) => places.map(({ number }) => number))).toEqual([[1, 3], [2], [4]])
    const larger = plotOf([placeAt(1, 500, 0), placeAt(4, 0, 1200), placeAt(2, 2500, 0)], own, 67).targets
    expect(larger.map(({ places }) => places.map(({ number }) => number))).toEqual([[1, 4], [2]])
  })

  test('leaves room for a finger in the narrowest drawing, on a screen of 320', () => {
    const [first, ...others] = plotOf([placeAt(1, 500, 0), placeAt(2, 1500, 0), placeAt(3, 0, 2900)], own, 44).targets
    expect(others).toHaveLength(1)
    expect(first?.places).toHaveLength(2)
  })

  test('leaves the citizen’s own mark in view, even of an outlet they stand in', () => {
    const [first, second] = plotOf([placeAt(1, 0, 0), placeAt(2, 0, 2900)], own, 44).targets
    expect(first).toMatchObject({ left: 50, top: 38 })
    expect(second?.left).toBeGreaterThan(90)
  })

  test('lies around the middle of what was found when no place is known; nothing found is nothing drawn', () => {
    const [first] = plotOf([placeAt(1, 0, 0), placeAt(2, 1000, 1000)], undefined, 44).targets
    expect(first?.left).toBeLessThan(50)
    expect(first?.top).toBeGreaterThan(50)
    expect(plotOf([], own, 44).targets).toEqual([])
  })
})

describe('in the browser', () => {
  test('a target says what it is, and open ones are round', () => {
    const chosen = show(BrowserMap, [placeAt(1, 2000, 0), placeAt(2, -2000, 0, false)], 'id-1')
    expect(target('1 outlet 1 open').getAttribute('aria-checked')).toBe('true')
    expect(target('1 outlet 1 open').querySelector('.plot-open')).toBeTruthy()
    expect(target('2 outlet 2 shut').querySelector('.plot-shut')).toBeTruthy()
    expect(screen.getByText('您')).toBeTruthy()
    fireEvent.keyDown(target('2 outlet 2 shut'), { key: 'Enter' })
    expect(chosen).toEqual(['id-2'])
  })

  test('a count leads through its outlets one by one', () => {
    const chosen = show(BrowserMap, [placeAt(1, 500, 0), placeAt(2, 510, 0), placeAt(3, 2900, 0)], 'id-1')
    expect(target('2: 1 2').textContent).toBe('2 个')
    fireEvent.click(target('2: 1 2'))
    expect(chosen).toEqual(['id-2'])
  })
})

describe('on a phone', () => {
  test('markers bear the list’s numbers, and a tap chooses', () => {
    const chosen = show(PhoneMap, [placeAt(1, 4000, 0), placeAt(2, -4000, 0, false)])
    expect(button('1 outlet 1 open').textContent).toBe('1')
    fireEvent.click(button('2 outlet 2 shut'))
    fireEvent.click(button('您'))
    expect(chosen).toEqual(['id-2'])
  })

  test('a cluster says how many, and a tap on it zooms in', () => {
    const chosen = show(PhoneMap, [placeAt(1, 0, 4000), placeAt(2, 0, -4000), placeAt(3, 60, -4000)])
    const map = screen.getByTestId('map')
    const before = map.dataset['at']
    fireEvent.click(button('2: 2 3'))
    expect(chosen).toEqual([])
    expect(map.dataset['at']).not.toBe(before)
    expect(map.dataset['at']).toMatch(/^30\.650 104\.008 1[5-7]$/)
    expect(button('2 outlet 2 open')).toBeTruthy()
    expect(button('3 outlet 3 open')).toBeTruthy()
  })

  test('a finger’s move is followed and not fought: the clusters change, the map stays where it was put', () => {
    show(PhoneMap, [placeAt(1, 0, 2000), placeAt(2, 0, -2000)])
    const before = screen.getByTestId('map').dataset['at']
    expect(screen.queryByRole('button', { name: '2: 1 2' })).toBeNull()
    fireEvent.click(button('pinch out'))
    expect(button('2: 1 2')).toBeTruthy()
    expect(screen.getByTestId('map').dataset['at']).toBe(before)
  })
})
