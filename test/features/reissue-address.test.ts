import { cleanLine, cleanPhone, faultIn } from '@/features/reissue/address'
import { divisionName, divisionsBelow } from '@/features/reissue/divisions'
import { backgroundOf } from '@/platform/photo/edges'

const address = { recipient: '示例公民甲', phone: '13800000000', division: '510107', street: '示例路 1 号' }

test.each([
  ['+86 138-0000-0000', '13800000000'],
  ['86 13800000000', '13800000000'],
  ['１３８ ０００００ ０００', '13800000000'],
  ['8613800000000', '13800000000'],
  ['86', '86'],
])('a number typed as %s is read as %s', (typed, read) => {
  expect(cleanPhone(typed)).toBe(read)
})

test('lines that were pasted become one, without signs nobody sees', () => {
  expect(cleanLine('  示例路 1 号\r\n\u200b2 栋\t301')).toBe('示例路 1 号 2 栋 301')
})

test.each([
  ['recipient', { recipient: ' ' }],
  ['recipient', { recipient: '名'.repeat(65) }],
  ['phone', { phone: '12800000000' }],
  ['phone', { phone: '1380000000' }],
  ['division', { division: '' }],
  ['street', { street: '路' }],
  ['street', { street: '路'.repeat(121) }],
  [undefined, {}],
  [undefined, { recipient: '名'.repeat(64), street: '路'.repeat(120) }],
] as const)('what is wrong first is %s', (fault, part) => {
  expect(faultIn({ ...address, ...part })).toBe(fault)
})

test.each([
  ['510107', '四川省 成都市 武侯区'],
  ['500102', '重庆市 涪陵区'],
  ['441900', '广东省 东莞市'],
  ['429004', '湖北省 仙桃市'],
  ['000000', ''],
])('%s is called %s', (code, name) => {
  expect(divisionName(code)).toBe(name)
})

test('every division is reached from a province down, and each way down ends', () => {
  const leaves = (code?: string): string[] => divisionsBelow(code).flatMap((division) => (divisionsBelow(division.code).length > 0 ? leaves(division.code) : [division.code]))
  const all = leaves()
  expect(all.length).toBeGreaterThan(2_800)
  expect(new Set(all).size).toBe(all.length)
  for (const code of ['510107', '500102', '441900', '429004', '469001']) expect(all).toContain(code)
})

const painted = (width: number, height: number, edge: number) => {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let at = 0; at < data.length; at += 4) data.fill((at / 4) % width < width * 0.2 || (at / 4) % width >= width * 0.8 ? edge : 60, at, at + 4)
  return { data, width, height }
}

test.each([[250, 'light'], [190, 'light'], [189, 'other'], [40, 'other']] as const)('edges as bright as %i are %s', (edge, background) => {
  expect(backgroundOf(painted(40, 50, edge))).toBe(background)
})
