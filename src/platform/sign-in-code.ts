import type { Proof } from '@/contract'

type Code = Extract<Proof, { code: string }>

/** How this platform shows who holds the phone; undefined in a browser, which knows nobody. Rejects when the platform gives no code. */
export const takeCode: (() => Promise<Code>) | undefined = undefined
