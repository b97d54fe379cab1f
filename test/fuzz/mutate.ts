import fc from 'fast-check'
import { characters, hostile, hostileKey, hostileText, type Json } from './hostile'

type Path = readonly string[]

/** How one value is spoilt; where a way does not fit the value, it stays. */
type Way =
  | { readonly way: 'replace'; readonly value: Json }
  | { readonly way: 'omit' | 'wrap' }
  | { readonly way: 'add'; readonly key: string; readonly value: Json }
  | { readonly way: 'rename'; readonly key: string }
  | { readonly way: 'edit'; readonly at: number; readonly put: string; readonly instead: boolean }
  | { readonly way: 'repeat'; readonly times: number }

/** One thing done to the value that stands at a place; places are counted round. */
export interface Mutation {
  readonly place: number
  readonly way: Way
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)
const isObject = (value: Json): value is Readonly<Record<string, Json>> => typeof value === 'object' && value !== null && !isList(value)

/** The path to every value in a value. */
const pathsIn = (value: Json, at: Path = []): Path[] =>
  [at, ...(isList(value) || isObject(value) ? Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...at, key])) : [])]

/** An object's entries, each as `change` has it: none, one or more. */
const changed = (value: Json, key: string, change: (inner: Json) => readonly (readonly [string, Json])[]): Json => {
  if (isList(value)) return value.flatMap((inner, nth) => (String(nth) === key ? change(inner).map(([, made]) => made) : [inner]))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).flatMap(([one, inner]) => (one === key ? change(inner) : [[one, inner] as const])))
}

const at = (value: Json, [key, ...rest]: Path, change: (inner: Json, key: string) => readonly (readonly [string, Json])[]): Json => {
  if (key === undefined) return change(value, '')[0]?.[1] ?? {}
  return changed(value, key, (inner) => (rest.length === 0 ? change(inner, key) : [[key, at(inner, rest, change)]]))
}

const edited = (text: string, { at: place, put, instead }: Extract<Way, { way: 'edit' }>): string => {
  const from = place % (text.length + 1)
  return `${text.slice(0, from)}${put}${text.slice(instead ? from + 1 : from)}`
}

const repeated = (value: Json, times: number): Json => {
  if (isList(value)) return Array.from({ length: times }, () => value).flat()
  return typeof value === 'string' ? value.repeat(times) : value
}

const spoilt = (value: Json, way: Way): Json => {
  switch (way.way) {
    case 'replace': return way.value
    case 'wrap': return [value]
    case 'add': return isObject(value) ? Object.fromEntries([...Object.entries(value), [way.key, way.value]]) : value
    case 'edit': return typeof value === 'string' ? edited(value, way) : value
    case 'repeat': return repeated(value, way.times)
    case 'omit':
    case 'rename': return value
  }
}

const entriesOf = (inner: Json, key: string, way: Way): readonly (readonly [string, Json])[] => {
  if (way.way === 'omit') return []
  return [[way.way === 'rename' ? way.key : key, spoilt(inner, way)]]
}

/** A value with these things done to it, one after the other. */
export const mutated = (value: Json, mutations: readonly Mutation[]): Json =>
  mutations.reduce<Json>((before, { place, way }) => {
    const paths = pathsIn(before)
    return at(before, paths[place % paths.length] ?? [], (inner, key) => entriesOf(inner, key, way))
  }, value)

const way: fc.Arbitrary<Way> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ way: fc.constant('edit' as const), at: fc.nat(64), put: fc.oneof(fc.constantFrom(...characters), hostileText), instead: fc.boolean() }) },
  { weight: 4, arbitrary: hostile.map((value) => ({ way: 'replace' as const, value })) },
  { weight: 2, arbitrary: fc.constantFrom({ way: 'omit' as const }, { way: 'wrap' as const }) },
  { weight: 2, arbitrary: fc.record({ way: fc.constant('add' as const), key: hostileKey, value: hostile }) },
  { weight: 1, arbitrary: hostileKey.map((key) => ({ way: 'rename' as const, key })) },
  { weight: 1, arbitrary: fc.constantFrom(0, 2, 10, 300).map((times) => ({ way: 'repeat' as const, times })) },
)

export const mutation: fc.Arbitrary<Mutation> = fc.record({ place: fc.nat(40), way })
