import { isSameName } from '@/domain/person-name'

test.each(['•', '・', '･', '‧', '∙', '⋅', '．', '.', ' · '])('the dot written as %j is the dot', (dot) => {
  expect(isSameName('示例·公民', `示例${dot}公民`)).toBe(true)
})

test.each([['示例公民', '示例·公民'], ['示例公民甲', '示例公民乙'], ['示例公民', ''], ['示·例公民', '示例·公民']])('%s and %s are two names', (a, b) => {
  expect(isSameName(a, b)).toBe(false)
})

test('spaces around a name do not count', () => {
  expect(isSameName(' 示例公民 ', '示例公民')).toBe(true)
})
