import * as v from 'valibot'
import type { Keys } from '../runtime/keys'

const shape = v.object({ name: v.string(), idNumber: v.string() })
/** A name and an ID number as they were typed: whether they are anyone's, and whose, the platform's check says. */
export type Claim = v.InferOutput<typeof shape>

/** A claim as kept beside its check, until the check has ended. */
export const sealClaim = (keys: Keys, verificationId: string, { name, idNumber }: Claim): string =>
  keys.seal(JSON.stringify({ name, idNumber }), verificationId)

export const openClaim = (keys: Keys, verificationId: string, sealed: string): Claim => v.parse(shape, JSON.parse(keys.open(sealed, verificationId)))
