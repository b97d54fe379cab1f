import { banks } from '@/domain/policies/banks'
import { civilDate, day, type Instant } from '@/domain/time'
import type { Fields } from './columns'
import type { Suspicion } from './reasons'

const mostDays = 365

/** The first civil day (YYYY-MM-DD) on which a check is not yet long ago. */
export const notLongAgo = (now: Instant): string => civilDate(now - mostDays * day)

/** A bank as names say it, with and without 中国; what is left of 中国银行 would be any bank's. */
const formsOf = (name: string): readonly string[] => {
  const short = name.replace(/^中国/, '')
  return short === '银行' ? [name] : [name, short]
}

const forms = Object.values(banks).map(({ code, name }) => ({ code, said: formsOf(name.zh) }))

const banksIn = (name: string): readonly string[] =>
  forms.filter(({ said }) => said.some((form) => name.includes(form))).map(({ code }) => code)

const saysAnotherBank = ({ name, bank }: Fields): boolean => {
  const said = banksIn(name.normalize('NFKC').replace(/\s+/g, ''))
  return bank !== '' && said.length > 0 && !said.includes(bank)
}

/** What looks wrong about a good row, where checks from a civil day (YYYY-MM-DD) on are not yet long ago. */
export const suspicionsAbout = (fields: Fields, checkedFrom: string): readonly Suspicion[] => [
  ...(saysAnotherBank(fields) ? ['bankInName' as const] : []),
  ...(fields.checked_on < checkedFrom ? ['checkedLongAgo' as const] : []),
]
