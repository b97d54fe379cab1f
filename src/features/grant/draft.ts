import { bornOn, idNumberFault } from '@/domain/id-number'
import { day } from '@/domain/units'
import { adultAge } from '@/domain/who'
import type { GrantPurpose } from '@/domain/words'
import { civilDay, yearsHavePassed } from '../civil-day'

/** What a cardholder has said so far of whom they ask for what. */
export interface Draft {
  readonly purpose: GrantPurpose | undefined
  readonly name: string
  readonly idNumber: string
  /** Civil days it holds, today among them. */
  readonly days: number
}

export type Field = 'purpose' | 'name' | 'idNumber' | 'lastDay'
export const parts = ['purpose', 'who', 'until'] as const
/** What is asked together, in its order. */
export type Part = (typeof parts)[number]
export const partOf: Readonly<Record<Field, Part>> = { purpose: 'purpose', name: 'who', idNumber: 'who', lastDay: 'until' }

const usualDays = [3, 7, 30]
/** The shortest is chosen until someone says otherwise. */
export const emptyDraft: Draft = { purpose: undefined, name: '', idNumber: '', days: 3 }

/** How many days one can choose from, where a city lets a grant hold for so many at most. */
export const dayChoices = (atMost: number): readonly number[] => [...usualDays.filter((days) => days < atMost), atMost]

/** The last civil day (YYYY-MM-DD) of so many, counted from today; `now` in ms. */
export const lastDay = (days: number, now: number): string => civilDay(now + (days - 1) * day)

/** Only an adult acts for others. True of a number that is none yet. */
export const mayBeProxy = (idNumber: string, now: number): boolean =>
  idNumberFault(idNumber) !== null || yearsHavePassed(adultAge, bornOn(idNumber), civilDay(now))

/** What is still missing of some parts, the first of it. */
export const missingIn = ({ purpose, name, idNumber }: Draft, asked: readonly Part[]): Exclude<Field, 'lastDay'> | undefined => {
  if (asked.includes('purpose') && !purpose) return 'purpose'
  if (!asked.includes('who')) return undefined
  if (!name.trim()) return 'name'
  return idNumberFault(idNumber) ?? !mayBeProxy(idNumber, Date.now()) ? 'idNumber' : undefined
}

/** Which field of the request the server found wrong. */
export const fieldFrom = (path = ''): Field | undefined => {
  const last = path.split('.').at(-1) ?? ''
  if (last === 'proxy') return 'idNumber'
  return (['purpose', 'name', 'idNumber', 'lastDay'] as const).find((field) => field === last)
}
