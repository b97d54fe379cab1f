import { isSimplePassword, passwordDigits } from '@/domain/service-password'

/** What was typed, twice; it lives in the page alone. */
export interface Typed {
  readonly first: string
  readonly second: string
}

export const nothingTyped: Typed = { first: '', second: '' }

/** A password as it is typed: digits alone, and no more than there are. */
export const onlyDigits = (typed: string): string => typed.normalize('NFKC').replace(/\D/g, '').slice(0, passwordDigits)

export type Fault = 'tooSimple' | 'tooSimpleNumbers' | 'differs'

const isFull = (typed: string): boolean => typed.length === passwordDigits

/** Whether both are there in full. */
export const isComplete = ({ first, second }: Typed): boolean => isFull(first) && isFull(second)

/** What is wrong with the first, as soon as it can be known; the server alone knows the holder's numbers, and `refused` is what it turned down. */
export const firstFault = ({ first }: Typed, refused: string): Fault | undefined => {
  if (!isFull(first)) return undefined
  if (isSimplePassword(first, [])) return 'tooSimple'
  return first === refused ? 'tooSimpleNumbers' : undefined
}

/** Whether the second is another one: said once it is as long. */
export const secondFault = ({ first, second }: Typed): Fault | undefined => (isFull(second) && second !== first ? 'differs' : undefined)
