import type { OpeningOnWire } from '@/contract'
import { copyIn } from '@/copy'
import { outletCopyIn } from '@/copy/outlets'
import { nextChange, saidOpening } from '@/features/outlets/said-opening'
import { today } from '../support/builders/outlet-on-wire'

const now = Date.parse(today('10:24'))
const tomorrow = '2026-03-11T09:00:00.000+08:00'
const later = '2026-03-16T09:00:00.000+08:00'
const shut = (why: 'beforeHours' | 'break' | 'afterHours' | 'dayOff' | 'holiday', opensAt?: string): OpeningOnWire => ({ state: 'closed', why, ...(opensAt && { opensAt }) })

const cells: readonly (readonly [string, OpeningOnWire, string, string, string])[] = [
  ['open', { state: 'open', until: today('17:00') }, 'open', '现在开门，17:00 关门', 'Open now, closes 17:00'],
  ['open until noon', { state: 'open', until: today('12:00'), reopensAt: today('13:30') }, 'open', '现在开门，12:00 午休', 'Open now, lunch break at 12:00'],
  ['open until a break that is not noon', { state: 'open', until: today('15:00'), reopensAt: today('15:30') }, 'open', '现在开门，15:00 休息', 'Open now, break at 15:00'],
  ['open past midnight', { state: 'open', until: '2026-03-11T02:00:00.000+08:00' }, 'open', '现在开门，明天 2:00 关门', 'Open now, closes tomorrow 2:00'],
  ['open always', { state: 'open' }, 'open', '现在开门，24 小时都开', 'Open now, around the clock'],
  ['open until nobody knows', { state: 'open', until: tomorrow, then: 'callFirst' }, 'open', '现在开门', 'Open now'],
  ['open, but the time has passed', { state: 'open', until: today('10:24') }, 'ask', '该关门了，先打电话问', 'Should be closed by now: call first'],
  ['open, but that was yesterday', { state: 'open', until: '2026-03-09T17:00:00.000+08:00' }, 'ask', '先打电话问，不知道今天开不开', 'Call first: not known if open today'],
  ['before hours', shut('beforeHours', today('10:30')), 'soon', '10:30 开门，还有 6 分钟', 'Opens 10:30, in 6 minutes'],
  ['long before hours', shut('beforeHours', today('13:00')), 'soon', '13:00 开门，还有 2 小时 36 分钟', 'Opens 13:00, in 2 hours 36 min'],
  ['in a break', shut('break', today('10:45')), 'soon', '中间休息，10:45 开门，还有 21 分钟', 'Break, opens 10:45, in 21 minutes'],
  ['before hours, but the time has passed', shut('beforeHours', today('10:20')), 'ask', '该开门了，先打电话问', 'Should be open by now: call first'],
  ['after hours', shut('afterHours', tomorrow), 'shut', '今天关门了，明天 9:00 开', 'Closed for today, opens tomorrow 9:00'],
  ['on a day off', shut('dayOff', tomorrow), 'shut', '今天不开门，明天 9:00 开', 'Closed today, opens tomorrow 9:00'],
  ['on a holiday', shut('holiday', later), 'shut', '节假日不开门，3月16日 9:00 开', 'Closed for the holiday, opens 16 Mar 9:00'],
  ['on a holiday, no one knows till when', shut('holiday'), 'shut', '节假日不开门，哪天开先打电话问', 'Closed for the holiday; call to ask when it opens'],
  ['without hours', { state: 'callFirst', why: 'hoursUnknown' }, 'ask', '先打电话问，不知道几点开门', 'Call first: hours not known'],
  ['without a calendar', { state: 'callFirst', why: 'calendarUnknown' }, 'ask', '先打电话问，不知道今天开不开', 'Call first: not known if open today'],
  ['without a holiday habit', { state: 'callFirst', why: 'holidayHabitUnknown' }, 'ask', '先打电话问，不知道假日开不开', 'Call first: not known if open on holidays'],
]

test.each(cells)('%s', (_name, opening, tone, zh, en) => {
  expect(saidOpening(opening, outletCopyIn('zh'), copyIn('zh').dates, now)).toMatchObject({ tone, words: zh })
  expect(saidOpening(opening, outletCopyIn('en'), copyIn('en').dates, now)).toMatchObject({ tone, words: en })
})

test('an outlet is said to be open until the last second', () => {
  const at = (time: number) => saidOpening({ state: 'open', until: today('17:00') }, outletCopyIn('zh'), copyIn('zh').dates, time).tone
  expect(at(Date.parse(today('17:00')) - 1000)).toBe('open')
  expect(at(Date.parse(today('17:00')))).toBe('ask')
})

test('the next change is the first moment to come of all', () => {
  const openings: readonly OpeningOnWire[] = [
    { state: 'open', until: today('17:00') }, shut('beforeHours', today('10:30')), { state: 'open', until: today('10:00') }, { state: 'callFirst', why: 'hoursUnknown' },
  ]
  expect(nextChange(openings, now)).toBe(Date.parse(today('10:30')))
  expect(nextChange([{ state: 'open' }], now)).toBeUndefined()
})
