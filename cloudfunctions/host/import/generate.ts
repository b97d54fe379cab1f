import dayjs from 'dayjs'
import { checkDigit } from '@/domain/id-number'
import { columns } from './check-row'

/** A thousandth of nobody's birthday: 999 people a day from 1950 on, in a region that no ID number has. */
const peopleADay = 999
const region = '000000'
/** Born on 27 years of days: beyond these there are no more adults to make up. */
const mostPeople = peopleADay * 365 * 27

const idNumberOf = (index: number): string => {
  const born = dayjs('1950-01-01').add(Math.floor(index / peopleADay), 'day').format('YYYYMMDD')
  const first17 = `${region}${born}${String((index % peopleADay) + 1).padStart(3, '0')}`
  return `${first17}${checkDigit(first17)}`
}

const states = ['inUse', 'inUse', 'inUse', 'inUse', 'inUse', 'inUse', 'notActivated', 'locked', 'formallyLost', 'cancelled'] as const
const banks = ['icbc', 'abc', 'ccb', 'psbc', 'boc', 'bocd', 'cdrcb'] as const

const rowAt = (index: number): string => [
  `9900${String(index).padStart(14, '0')}`,
  idNumberOf(index),
  `示例公民${index}`,
  `10${String(index).padStart(9, '0')}`,
  'chengdu',
  banks[index % banks.length],
  '2020-01-01',
  states[index % states.length],
  '',
].join(',')

/** Lines of a test file of so many unmistakably fictional people, a card each; the same every time. */
export function* cardFileLines(people: number): Generator<string> {
  if (!Number.isInteger(people) || people < 1 || people > mostPeople) throw new RangeError(`The number of people is 1 to ${mostPeople}.`)
  yield `${columns.join(',')}\n`
  for (let index = 0; index < people; index += 1) yield `${rowAt(index)}\n`
}
