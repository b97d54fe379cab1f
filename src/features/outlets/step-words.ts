import type { OutletCopy } from '@/copy/outlets'
import type { OutletStepName } from '@/domain/words'

interface CityFacts {
  readonly readyDays: number
  readonly banks: number
}

/** A step's name and why one goes there, with the city's own numbers. */
export const stepWords = (step: OutletStepName, { steps }: OutletCopy, { readyDays, banks }: CityFacts): { readonly title: string; readonly why: string } => {
  if (step === 'serviceOutletReissues') return { title: steps[step].title, why: steps[step].why(readyDays) }
  if (step === 'anyBankPrints') return { title: steps[step].title, why: steps[step].why(banks) }
  return steps[step]
}
