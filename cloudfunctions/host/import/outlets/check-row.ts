import dayjs from 'dayjs'
import customParseFormat from 'dayjs/plugin/customParseFormat'
import { dayHoursIn } from '@/domain/hours'
import { bankOf, policyOf, type CityCode } from '@/domain/policies'
import { capabilities, outletKinds, type Capability, type OutletKind } from '@/domain/words'
import { districtsOf, type District } from '../../../outlets/divisions'
import { days, type Fields } from './columns'
import { isPhone } from './phone'
import { isInside, toWgs84, type FileSystem, type Place } from './place'
import type { Reason } from './reasons'
import { remembering } from './remember'

dayjs.extend(customParseFormat)

/** What a row is checked against: the file's city, the civil day (YYYY-MM-DD), and what is said of the file. */
export interface About {
  readonly city: CityCode
  readonly today: string
  readonly system: FileSystem
  readonly fictional: boolean
}

/** What every made-up outlet's name begins with. */
const fictionalMark = '示例'

/** So many characters, and neither control characters nor half a character, which no database takes. */
const textOf = (most: number) => {
  const pattern = new RegExp(`^[^\\p{Cc}\\p{Cs}]{1,${most}}$`, 'u')
  return (text: string): boolean => pattern.test(text)
}
const [isName, isAddress, isNotes, isSource] = [textOf(64), textOf(128), textOf(500), textOf(200)]

export const isKind = (text: string): text is OutletKind => outletKinds.some((kind) => kind === text)
const isCapability = (text: string): text is Capability => capabilities.some((capability) => capability === text)

export const districtOf = ({ district }: Fields, city: CityCode): District | undefined =>
  districtsOf(city).find(({ code, name }) => code === district || name === district)

const isDegrees = (text: string): boolean => /^-?\d{1,3}(?:\.\d+)?$/.test(text)

export const placeOf = ({ longitude, latitude }: Fields, system: FileSystem): Place =>
  toWgs84({ longitude: Number(longitude), latitude: Number(latitude) }, system)

const isInCity = (fields: Fields, { city, system }: About): boolean => {
  const { value: place } = policyOf(city).place
  return place !== null && isInside(placeOf(fields, system), place.box)
}

/** What can be done there, in the order of the closed list; null where the text says something that is not on it, or nothing. */
export const capabilitiesIn = (text: string): readonly Capability[] | null => {
  const said = text.split(/[\s;]+/).filter((word) => word !== '')
  return said.length > 0 && said.every(isCapability) ? capabilities.filter((capability) => said.includes(capability)) : null
}

const isDate = remembering((text) => dayjs(text, 'YYYY-MM-DD', true).isValid())

export const hoursOf = remembering(dayHoursIn)

type Check = (fields: Fields, about: About) => boolean

const hoursPartly: Check = (fields) => days.some((day) => fields[day] === '') && days.some((day) => fields[day] !== '')
const badHours = days.map((day): [Reason, Check] => [day, (fields) => fields[day] !== '' && hoursOf(fields[day]) === null])

/** What each reason is found by, in the order of the columns. */
const faults: readonly (readonly [Reason, Check])[] = [
  ['id', ({ id }) => !/^[\w-]{1,64}$/.test(id)],
  ['name', ({ name }) => !isName(name)],
  ['nameFictional', ({ name }, { fictional }) => !fictional && name.startsWith(fictionalMark)],
  ['nameNotFictional', ({ name }, { fictional }) => fictional && !name.startsWith(fictionalMark)],
  ['otherCity', (fields, { city }) => fields.city !== city],
  ['kind', ({ kind }) => !isKind(kind)],
  ['bankMissing', ({ kind, bank }) => kind === 'bank' && bank === ''],
  ['bankBeside', ({ kind, bank }) => kind !== 'bank' && bank !== ''],
  ['bank', ({ bank }, { city }) => bank !== '' && bankOf(city, bank) === undefined],
  ['district', (fields, { city }) => districtOf(fields, city) === undefined],
  ['address', ({ address }) => !isAddress(address)],
  ['longitude', ({ longitude }) => !isDegrees(longitude)],
  ['latitude', ({ latitude }) => !isDegrees(latitude)],
  ['outsideCity', (fields, about) => !isInCity(fields, about)],
  ['phone', ({ phone }) => phone !== '' && !isPhone(phone)],
  ['hoursPartly', hoursPartly],
  ...badHours,
  ['holidays', ({ holidays }) => !['open', 'closed', ''].includes(holidays)],
  ['capabilities', ({ capabilities: said }) => capabilitiesIn(said) === null],
  ['notes', ({ notes }) => notes !== '' && !isNotes(notes)],
  ['source', ({ source }) => !isSource(source)],
  ['checkedOn', ({ checked_on: checkedOn }) => !isDate(checkedOn)],
  ['checkedInFuture', ({ checked_on: checkedOn }, { today }) => checkedOn > today],
  ['checkedBy', ({ checked_by: checkedBy }) => !isName(checkedBy)],
]

/** What is wrong with an outlet in itself, the first reason only; null when nothing is. */
export const reasonAgainst = (fields: Fields, about: About): Reason | null =>
  faults.find(([, isFault]) => isFault(fields, about))?.[0] ?? null
