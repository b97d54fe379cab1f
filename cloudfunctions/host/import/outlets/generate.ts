import { banks } from '@/domain/policies/banks'
import { capabilities } from '@/domain/words'
import { columns, type days, type Fields } from './columns'

/** About the middle of each of Chengdu's districts and counties (degrees, WGS-84). */
const middles = [
  ['510104', 104.083, 30.656], ['510105', 104.057, 30.674], ['510106', 104.051, 30.691], ['510107', 104.043, 30.642], ['510108', 104.101, 30.66],
  ['510112', 104.274, 30.556], ['510113', 104.251, 30.878], ['510114', 104.158, 30.823], ['510115', 103.855, 30.682], ['510116', 103.923, 30.574],
  ['510117', 103.902, 30.795], ['510118', 103.811, 30.41], ['510121', 104.412, 30.862], ['510129', 103.521, 30.587], ['510131', 103.506, 30.196],
  ['510181', 103.647, 30.988], ['510182', 103.958, 30.99], ['510183', 103.464, 30.41], ['510184', 103.673, 30.63], ['510185', 104.547, 30.411],
] as const

const kinds = ['community', 'bank', 'subdistrict', 'bank', 'terminal', 'community', 'bank', 'hospital', 'agency', 'bureau'] as const
const kindNames = {
  community: '社区便民服务点', subdistrict: '街道便民服务中心', agency: '社保经办网点', bureau: '人社服务大厅', terminal: '自助服务点', hospital: '医院自助服务点',
} as const
const sevenBanks = [banks.icbc, banks.abc, banks.ccb, banks.psbc, banks.boc, banks.bocd, banks.cdrcb] as const

/** Monday to Friday, Saturday, Sunday; empty is unknown. */
const weeks = [
  ['09:00-12:00 13:30-17:00', 'closed', 'closed'],
  ['09:00-17:00', '09:00-12:00', 'closed'],
  ['08:30-18:00', '08:30-18:00', '08:30-18:00'],
  ['00:00-24:00', '00:00-24:00', '00:00-24:00'],
  ['20:00-06:00', '20:00-06:00', '20:00-06:00'],
  ['', '', ''],
] as const

/** The golden angle: turning by it fills a disc evenly, and no two places fall together. */
const turn = Math.PI * (3 - Math.sqrt(5))
/** How far (degrees) the second place is from the first. */
const step = 0.0002

/** Districts hold at most so many: beyond that the outermost would leave the city. */
const mostOutlets = 5_000_000

const pick = <const List extends readonly unknown[]>(from: List, index: number): List[number] => from[index % from.length]

const placeOf = (index: number): Pick<Fields, 'district' | 'longitude' | 'latitude'> => {
  const nth = Math.floor(index / middles.length)
  const [district, longitude, latitude] = pick(middles, index)
  const [reach, angle] = [step * Math.sqrt(nth), turn * nth]
  return { district, longitude: (longitude + reach * Math.cos(angle)).toFixed(6), latitude: (latitude + reach * Math.sin(angle)).toFixed(6) }
}

/** What is there goes round apart from the districts, so that each has some of all. */
const traitsOf = (index: number) => {
  const nth = index + Math.floor(index / middles.length)
  const kind = pick(kinds, nth)
  const bank = pick(sevenBanks, Math.floor(nth / 3))
  return { nth, kind, bank: kind === 'bank' ? bank.code : '', said: kind === 'bank' ? `${bank.name.zh}网点` : kindNames[kind] }
}

const hoursOf = (nth: number): Pick<Fields, (typeof days)[number]> => {
  const [weekday, saturday, sunday] = pick(weeks, nth)
  return { monday: weekday, tuesday: weekday, wednesday: weekday, thursday: weekday, friday: weekday, saturday, sunday }
}

const outletAt = (index: number): Fields => {
  const { nth, kind, bank, said } = traitsOf(index)
  return {
    id: `demo-${index}`,
    name: `示例${said}${index}`,
    kind,
    bank,
    city: 'chengdu',
    ...placeOf(index),
    address: `示例路${index}号（演示）`,
    phone: nth % 11 === 0 ? '' : `028-0000${String(index % 10_000).padStart(4, '0')}`,
    ...hoursOf(nth),
    holidays: pick(['closed', 'open', 'closed', ''], nth),
    capabilities: capabilities.filter((_capability, place) => place === nth % capabilities.length || (nth >> place) % 2 === 0).join(' '),
    notes: nth % 13 === 0 ? '演示数据，请勿前往' : '',
    source: '演示数据',
    checked_on: '2026-11-01',
    checked_by: '演示',
  }
}

/** Lines of a test list of so many unmistakably fictional outlets in Chengdu (WGS-84); the same every time. */
export function* outletFileLines(outlets: number): Generator<string> {
  if (!Number.isInteger(outlets) || outlets < 1 || outlets > mostOutlets) throw new RangeError(`The number of outlets is 1 to ${mostOutlets}.`)
  yield `${columns.join(',')}\n`
  for (let index = 0; index < outlets; index += 1) {
    const outlet = outletAt(index)
    yield `${columns.map((column) => outlet[column]).join(',')}\n`
  }
}
