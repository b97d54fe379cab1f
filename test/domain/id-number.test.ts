import fc from 'fast-check'
import { bornOn, checkDigit, idNumberFault } from '@/domain/id-number'

/** Of no one: the region 999999 is not assigned. */
const numbers = {
  adult: '99999919900101001',
  child: '99999920180229001',
}

/** ISO 7064 MOD 11-2 as the standard words it: a number is right when its weighted sum, with powers of two, leaves 1. */
const leavesOne = (idNumber: string): boolean => {
  const digits = [...idNumber].map((digit) => (digit === 'X' ? 10 : Number(digit)))
  return digits.reduce((sum, digit, index) => (sum + digit * 2 ** (17 - index)) % 11, 0) === 1
}

test('a ten is written X', () => {
  expect(leavesOne('99999919491231005X')).toBe(true)
  expect(checkDigit('99999919491231005')).toBe('X')
})

test('the check digit is the one that leaves 1, for any 17 digits', () => {
  const seventeen = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 17, maxLength: 17 }).map((digits) => digits.join(''))
  fc.assert(fc.property(seventeen, (first17) => {
    expect(leavesOne(first17 + checkDigit(first17))).toBe(true)
  }))
})

test('one digit read wrong, or two neighbours swapped, is found', () => {
  const good = numbers.adult + checkDigit(numbers.adult)
  for (let at = 14; at < 17; at += 1) {
    const wrong = good.slice(0, at) + String((Number(good.charAt(at)) + 1) % 10) + good.slice(at + 1)
    expect(idNumberFault(wrong)).toBe('checkDigit')
  }
  const swapped = good.slice(0, 15) + good.charAt(16) + good.charAt(15) + good.slice(17)
  expect(idNumberFault(swapped)).toBe('checkDigit')
})

test('the date of birth is read from it', () => {
  expect(bornOn(numbers.adult)).toBe('1990-01-01')
})

test('a good number has no fault', () => {
  expect(idNumberFault(numbers.adult + checkDigit(numbers.adult))).toBeNull()
  expect(idNumberFault('99999919491231005X')).toBeNull()
})

test.each([
  ['empty', '', 'shape'],
  ['too short', '9999991990010100', 'shape'],
  ['too long', `${numbers.adult}11`, 'shape'],
  ['with a small x', '99999919491231005x', 'shape'],
  ['with a letter inside', '9999991990010X0011', 'shape'],
  ['with a space before it', ` ${numbers.adult}`, 'shape'],
  ['with a line after it', `99999919491231005X\n`, 'shape'],
  ['in full-width digits', '９９９９９９１９９００１０１００１１', 'shape'],
  ['of the thirteenth month', '999999199013010011', 'date'],
  ['of the day before the first', '999999199001000011', 'date'],
  ['of 30 February', '999999199002300011', 'date'],
  ['of a leap day in a year that has none', `${numbers.child}1`, 'date'],
  ['of the year nought', '999999000001010011', 'date'],
])('a number %s is refused for its %s', (_, idNumber, fault) => {
  expect(idNumberFault(idNumber)).toBe(fault)
})

test('a leap day in a leap year is a date', () => {
  const leap = '99999920160229001'
  expect(idNumberFault(leap + checkDigit(leap))).toBeNull()
})
