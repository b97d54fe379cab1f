import { dataClasses, type DataClass } from '@/domain/retention'
import type { Run } from '../database'
import { ofPerson, rowsOf } from './of-person'

/** How many rows of a class are kept. */
export interface Kept {
  readonly what: DataClass
  readonly count: number
}

const counts = dataClasses.map((what) => `(select count(*)::integer from ${rowsOf[what].table} t where ${rowsOf[what].where}) as "${what}"`)
const text = `${ofPerson} select ${counts.join(', ')}`

/** What is kept of a person now, but for what there is nothing of. */
export const countKept = async (run: Run, personKey: string): Promise<Kept[]> => {
  const [row] = await run<Record<DataClass, number>>({ name: 'count-kept', text, values: [personKey] })
  return dataClasses.map((what) => ({ what, count: row?.[what] ?? 0 })).filter(({ count }) => count > 0)
}
