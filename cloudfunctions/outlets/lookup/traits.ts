import { capabilities, outletKinds, type Capability, type OutletKind } from '@/domain/words'

/*
 * What filters ask of an outlet, in one 31-bit word of it: a bit for each capability and kind, and the numbers of its bank and
 * district. However many filters a search has, they cost one reading and two comparisons an outlet.
 */
const kindShift = capabilities.length
const bankShift = kindShift + outletKinds.length
const bankBits = 6
const districtShift = bankShift + bankBits
const districtBits = 10

const ones = (bits: number): number => (1 << bits) - 1
const anyKind = ones(outletKinds.length) << kindShift

/** Numbers what a list names, in the order in which it comes up; null, an outlet without, is 0. */
export interface Numbering {
  numberOf(name: string | null): number
  /** The number of a name that has come up. */
  known(name: string): number | undefined
}

const numbering = (bits: number): Numbering => {
  const numbers = new Map<string | null, number>([[null, 0]])
  const add = (name: string | null): number => {
    if (numbers.size > ones(bits)) throw new RangeError('a list of outlets names more banks or districts than any city has')
    numbers.set(name, numbers.size)
    return numbers.size - 1
  }
  return { numberOf: (name) => numbers.get(name) ?? add(name), known: (name) => numbers.get(name) }
}

const bitsOf = <Word extends string>(words: readonly Word[], among: readonly Word[]): number =>
  words.reduce((bits, word) => bits | (1 << among.indexOf(word)), 0)

const kindWords = new Map<OutletKind, number>(outletKinds.map((kind) => [kind, bitsOf([kind], outletKinds) << kindShift]))

const capabilityBits: ReadonlyMap<string, number> = new Map(capabilities.map((one, at) => [one, 1 << at]))

/** What a filter asks for: all of the capabilities, one of the kinds. */
export interface TraitWishes {
  readonly kinds?: readonly OutletKind[] | undefined
  readonly bank?: string | undefined
  readonly capabilities?: readonly Capability[] | undefined
  readonly district?: string | undefined
}

/** A word meets it where its bits under `mask` are `value`, and it has one of the bits of `oneOf`. */
export interface TraitTest {
  readonly mask: number
  readonly value: number
  readonly oneOf: number
}

/** The words of one list: what its banks' and districts' numbers are is known to it alone. */
export interface Traits {
  wordOf(kind: OutletKind, bank: string | null, district: string, able: string): number
  /** The district's number in a word; undefined where the list has no outlet in it. */
  districtIn(word: number): number
  districtNumber(code: string): number | undefined
  /** Null where no outlet of the list can meet it. */
  testFor(wishes: TraitWishes): TraitTest | null
}

export const newTraits = (): Traits => {
  const [banks, districts] = [numbering(bankBits), numbering(districtBits)]
  const ableWords = new Map<string, number>()
  const ableWord = (able: string): number => {
    const bits = able.split(' ').reduce((found, one) => found | (capabilityBits.get(one) ?? 0), 0)
    ableWords.set(able, bits)
    return bits
  }
  const field = (wished: string | undefined, of: Numbering, bits: number, shift: number): TraitTest | null => {
    if (wished === undefined) return { mask: 0, value: 0, oneOf: 0 }
    const number = of.known(wished)
    return number === undefined ? null : { mask: ones(bits) << shift, value: number << shift, oneOf: 0 }
  }
  return {
    wordOf: (kind, bank, district, able) =>
      (ableWords.get(able) ?? ableWord(able)) | (kindWords.get(kind) ?? 0)
      | (banks.numberOf(bank) << bankShift) | (districts.numberOf(district) << districtShift),
    districtIn: (word) => (word >> districtShift) & ones(districtBits),
    districtNumber: (code) => districts.known(code),
    testFor: ({ kinds, bank, capabilities: able = [], district }) => {
      const [atBank, inDistrict] = [field(bank, banks, bankBits, bankShift), field(district, districts, districtBits, districtShift)]
      if (!atBank || !inDistrict) return null
      const bits = bitsOf(able, capabilities)
      const oneOf = kinds && kinds.length > 0 ? bitsOf(kinds, outletKinds) << kindShift : anyKind
      return { mask: bits | atBank.mask | inDistrict.mask, value: bits | atBank.value | inDistrict.value, oneOf }
    },
  }
}
