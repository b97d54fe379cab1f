import { maskedName, maskedNumber } from '../../../cloudfunctions/card/mask'

test.each([
  ['510100000000001234', '5101**********1234'],
  ['A12345678', 'A1*****78'],
  ['123', '***'],
])('the number %s is shown as %s', (number, shown) => expect(maskedNumber(number)).toBe(shown))

test.each([['示例公民', '示***'], ['示', '示'], ['𠮷例', '𠮷*'], ['', '']])('the name %s is shown as %s', (name, shown) => expect(maskedName(name)).toBe(shown))
