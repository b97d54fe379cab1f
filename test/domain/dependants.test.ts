import fc from 'fast-check'
import { consentState, endsOn, grantEnd, hasComeOfAge, isAdult, mayBindAlone, mayTakeOn } from '@/domain/dependants'
import { policyOf } from '@/domain/policies'
import { civilDate, day, yearsBetween } from '@/domain/time'
import { civil } from '../support/builders'

const policy = policyOf('chengdu')

describe('the guardian\'s part ends on the day of coming of age', () => {
  test.each([
    ['2010-06-15', '2026-06-15'],
    ['2010-12-31', '2026-12-31'],
    ['2012-01-01', '2028-01-01'],
    ['2012-02-29', '2028-02-29'],
    // a century that is no leap year: the last of February, as ages are counted
    ['2084-02-29', '2100-02-28'],
  ])('born %s: %s', (born, ends) => expect(endsOn(born, policy)).toBe(ends))

  test.each([
    ['2010-06-15', '2026-06-14 23:59:59.999', false],
    ['2010-06-15', '2026-06-15 00:00:00.000', true],
    ['2010-06-15', '2026-06-16 00:00:00.000', true],
    ['2012-02-29', '2028-02-28 23:59:59.999', false],
    ['2012-02-29', '2028-02-29 00:00:00.000', true],
    ['2012-02-29', '2028-03-01 00:00:00.000', true],
  ])('born %s, at %s in Chengdu: %s', (born, at, ended) => expect(hasComeOfAge(born, policy, civil(at))).toBe(ended))

  test('which is the day the age changes, whatever the birthday', () => {
    const dates = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
    fc.assert(fc.property(dates, (born) => {
      const ends = endsOn(born, policy)
      const before = civilDate(civil(`${ends} 00:00:00.000`) - day)
      expect([yearsBetween(born, before), yearsBetween(born, ends)]).toEqual([15, 16])
    }), { examples: [['2012-02-29'], ['2084-02-29']] })
  })
})

test.each([
  ['2008-06-15', '2026-06-14', false], ['2008-06-15', '2026-06-15', true], ['2008-06-15', '2026-06-16', true],
  ['2008-02-29', '2026-02-27', false], ['2008-02-29', '2026-02-28', true],
])('born %s, on %s, may act for others: %s', (born, on, adult) => expect(isAdult(born, on)).toBe(adult))

test.each([
  ['2012-06-15', '2026-06-14', false], ['2012-06-15', '2026-06-15', true], ['2012-06-15', '2026-06-16', true],
])('born %s, on %s, may bind an account alone: %s', (born, on, may) => expect(mayBindAlone(born, on, policy)).toBe(may))

test.each([
  [0, false, 'needed'], [13, false, 'needed'], [13, true, 'given'], [14, false, 'notNeeded'], [14, true, 'notNeeded'], [15, false, 'notNeeded'],
] as const)('of a child of %i, agreed to: %s, the consent is %s', (age, agreed, state) => expect(consentState(age, agreed, policy)).toBe(state))

describe('a grant', () => {
  const now = civil('2026-11-25 10:00:00.000')

  test.each([
    ['2026-11-24', null],
    ['2026-11-25', civil('2026-11-26 00:00:00.000')],
    ['2026-12-24', civil('2026-12-25 00:00:00.000')],
    ['2026-12-25', civil('2026-12-26 00:00:00.000')],
    ['2026-12-26', null],
    ['2026-11-31', null],
  ])('whose last day is %s holds until %s', (lastDay, end) => expect(grantEnd(lastDay, policy, now)).toBe(end))

  test('of today is one of the civil day in China', () => {
    const lateAtGreenwich = Date.UTC(2026, 10, 24, 16)
    expect(grantEnd('2026-11-24', policy, lateAtGreenwich)).toBeNull()
    expect(grantEnd('2026-11-25', policy, lateAtGreenwich)).toBe(lateAtGreenwich + day)
    expect(grantEnd('2026-11-24', policy, lateAtGreenwich - 1)).toBe(lateAtGreenwich)
  })
})

test.each([[0, true], [7, true], [8, false], [9, false]])('who acts for %i others may take on one more: %s', (count, may) => {
  const others = new Set(Array.from({ length: count }, (_, index) => `other-${index}`))
  expect(mayTakeOn(others, 'another', policy)).toBe(may)
})

test('who acts for someone already may do more for them, however many others there are', () => {
  const others = new Set(Array.from({ length: 8 }, (_, index) => `other-${index}`))
  expect(mayTakeOn(others, 'other-3', policy)).toBe(true)
})
