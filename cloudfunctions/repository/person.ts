import * as v from 'valibot'
import type { Keys } from '../runtime/keys'

const shape = v.object({ name: v.string(), idNumber: v.string(), phone: v.string() })
export type Person = v.InferOutput<typeof shape>

/** A person as kept: sealed as one, since whoever reads a card needs the name and the date of birth together. */
export const sealPerson = (keys: Keys, personKey: string, { name, idNumber, phone }: Person): string =>
  keys.seal(JSON.stringify({ name, idNumber, phone }), personKey)

export const openPerson = (keys: Keys, personKey: string, sealed: string): Person => v.parse(shape, JSON.parse(keys.open(sealed, personKey)))
