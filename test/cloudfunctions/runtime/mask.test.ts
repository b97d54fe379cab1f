import { maskedIdNumber, maskedName, maskedNumber } from '../../../cloudfunctions/runtime/mask'

test.each([
  ['510100000000001234', '5101**********1234'],
  ['A12345678', 'A1*****78'],
  ['123', '***'],
])('the number %s is shown as %s', (number, shown) => expect(maskedNumber(number)).toBe(shown))

test.each([['示例公民', '示***'], ['示', '示'], ['𠮷例', '𠮷*'], ['', '']])('the name %s is shown as %s', (name, shown) => expect(maskedName(name)).toBe(shown))

test('an ID number shows its region\'s four digits and the last four', () => {
  expect(maskedIdNumber('00000019850312001X')).toBe('0000**********001X')
})
