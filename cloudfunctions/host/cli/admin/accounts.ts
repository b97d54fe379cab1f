import { day, toIso } from '@/domain/time'
import { wholeIn } from '../partner-arguments'
import { word, type Deed } from './deed'

const nobody = (accountKey: string) => new Error(`There is no account ${accountKey}: the card's history names those that had to do with it.`)

/** An account makes no loss reports for a time. */
export const bar: Deed = {
  usage: 'bar ACCOUNT --days N the account makes no loss reports for so many days',
  words: [1],
  subject: async (given) => word(given, 0),
  run: async ({ days = '' }, { bars }, accountKey) => {
    const until = await bars.set(accountKey, wholeIn('--days', days, 1, 3_650) * day)
    if (until === null) throw nobody(accountKey)
    return `${accountKey} makes no loss reports until ${toIso(until)}.`
  },
}

/** It makes them again. */
export const unbar: Deed = {
  usage: 'unbar ACCOUNT        it makes them again',
  words: [1],
  subject: async (given) => word(given, 0),
  run: async (_given, { bars }, accountKey) => {
    if (!(await bars.lift(accountKey))) throw nobody(accountKey)
    return `${accountKey} makes loss reports again.`
  },
}
