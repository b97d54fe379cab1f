/** @jest-environment node */
import { iconNames } from '@/components/icon-name'
import { contrast } from '../support/look/contrast'
import { lookNames, sheet, tokensOf, type Look } from '../support/look/tokens'

/** What is written on what, and the least contrast for it: 4.5 for text, 3 for the edges of what can be tapped. */
const text = [
  ['ink', 'paper'], ['ink', 'surface'], ['ink', 'azurite-wash'], ['ink', 'ochre-wash'], ['ink', 'malachite-wash'], ['ink', 'cinnabar-wash'],
  ['ink-2', 'paper'], ['ink-2', 'surface'], ['ink-2', 'azurite-wash'], ['ink-3', 'paper'], ['ink-3', 'surface'], ['ink-3', 'slate-wash'],
  ['azurite', 'paper'], ['azurite', 'surface'], ['azurite', 'azurite-wash'], ['azurite', 'ochre-wash'], ['on-azurite', 'azurite'],
  ['on-azurite', 'azurite-press'], ['malachite', 'surface'], ['malachite', 'malachite-wash'], ['on-malachite', 'malachite'],
  ['ochre', 'surface'], ['ochre', 'ochre-wash'], ['cinnabar', 'surface'], ['cinnabar', 'cinnabar-wash'], ['slate', 'slate-wash'],
  ['card-ink', 'sky'], ['card-ink', 'blank'], ['card-ink-2', 'sky'], ['card-ink-2', 'blank'], ['on-river', 'river'],
  ['malachite', 'tag'], ['ochre', 'tag'], ['slate', 'tag'], ['cinnabar', 'tag'], ['azurite', 'tag'], ['ink-3', 'tag'],
] as const
const possibleNoMore = [['disabled-ink', 'disabled-bg'], ['disabled-ink', 'surface']] as const
const edges = [['line-strong', 'paper'], ['line-strong', 'surface'], ['azurite', 'surface'], ['malachite', 'surface'], ['card-line', 'blank']] as const

const isElder = (look: Look): boolean => look === 'elder' || look === 'elderDark'
const ratio = (look: Look, [ink, ground]: readonly [string, string]): number => {
  const tokens = tokensOf(look)
  return contrast(tokens[`--${ink}`] ?? '', tokens[`--${ground}`] ?? '')
}
const px = (look: Look, token: string): number => Number.parseFloat(/(\d+)px/.exec(tokensOf(look)[token] ?? '')?.[1] ?? 'NaN')

describe.each(lookNames)('the %s look', (look) => {
  const least = isElder(look) ? 7 : 4.5

  test.each(text)(`%s on %s reads at ${least}:1 or more`, (...pair) => {
    expect(ratio(look, pair)).toBeGreaterThanOrEqual(least)
  })

  test.each(possibleNoMore)('%s on %s reads at 4.5:1 or more although nothing can be done', (...pair) => {
    expect(ratio(look, pair)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(edges)('the edge %s on %s is seen at 3:1 or more', (...pair) => {
    expect(ratio(look, pair)).toBeGreaterThanOrEqual(3)
  })

  test('targets are large enough for a finger', () => {
    const target = isElder(look) ? 60 : 44
    for (const token of ['--target', '--btn-h', '--call-h', '--cell-h']) expect(px(look, token)).toBeGreaterThanOrEqual(target)
  })

  test('main text is 17 px or more, in elder mode 18 px and the largest 30 px, at 1.45 lines', () => {
    expect(px(look, '--body')).toBeGreaterThanOrEqual(isElder(look) ? 18 : 17)
    if (isElder(look)) expect(px(look, '--h1')).toBeGreaterThanOrEqual(30)
    expect(px(look, '--body-l') / px(look, '--body')).toBeGreaterThanOrEqual(1.45)
  })
})

describe('the drawings', () => {
  test('every icon that has a name is drawn, and none is drawn for nothing', () => {
    const drawn = [...sheet.matchAll(/\.i-([\w-]+) \{/g)].map(([, name]) => name)
    expect(drawn.sort()).toEqual([...iconNames].sort())
  })

  test('every mask is also given as -webkit-mask, which older web views need', () => {
    const masks = sheet.match(/[^-]mask(-image|-size|-repeat)?:/g) ?? []
    const prefixed = sheet.match(/-webkit-mask(-image|-size|-repeat)?:/g) ?? []
    expect(prefixed).toHaveLength(masks.length)
    expect(masks.length).toBeGreaterThan(5)
  })

  test('losing a card is not an error: red is only for what failed or is locked', () => {
    const red = [...sheet.matchAll(/([^{}]+)\{[^{}]*var\(--cinnabar\)/g)].map(([, selector = '']) => selector.trim().split('\n').pop())
    expect(red.every((selector) => /danger|bad|locked|wrong|error/.test(selector ?? ''))).toBe(true)
  })
})
