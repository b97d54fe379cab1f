import { guardianLinked } from '@/domain/link-guardian'
import { aCard, days, hours, monday, temporary } from '../support/builders'

const told = { what: 'guardianLinked', channel: 'counter', by: 'guardian' }

test('that a guardian was linked is an event, and who it is stands nowhere in it', () => {
  expect(guardianLinked(aCard(), 'counter', monday)).toEqual([{ ...told, at: monday }])
})

test.each([
  ['the second before its time', -1000, ['guardianLinked']],
  ['on its time', 0, ['reportLapsed', 'guardianLinked']],
  ['the second after', 1000, ['reportLapsed', 'guardianLinked']],
])('a report that lapses: %s', (_when, ms, whats) => {
  const lapsesAt = monday + days(1)
  const card = aCard({ report: temporary('phone', { lapsesAt }) })
  expect(guardianLinked(card, 'counter', lapsesAt + ms).map(({ what }) => what)).toEqual(whats)
})

test('its time is never before what happened last, whatever the clock does', () => {
  const card = { ...aCard(), changedAt: monday + hours(1) }
  expect(guardianLinked(card, 'counter', monday)).toEqual([{ ...told, at: monday + hours(1) }])
})
