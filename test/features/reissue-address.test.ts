import { cleanLine, cleanPhone, faultIn } from '@/features/reissue/address'
import { divisionName, divisionsBelow, elsewhereIn, isDivision, pathTo } from '@/features/reissue/divisions'
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
  ['division', { division: '510100' }],
  ['division', { division: '810000' }],
  ['division', { division: '429000' }],
  ['division', { division: '999999' }],
  ['street', { street: '上海市黄浦区示例路 1 号' }],
  [undefined, { division: '441900' }],
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
  ['500229', '重庆市 城口县'],
  ['622927', '甘肃省 临夏回族自治州 积石山保安族东乡族撒拉族自治县'],
  ['000000', ''],
])('%s is called %s', (code, name) => {
  expect(divisionName(code)).toBe(name)
})

test.each([
  ['510107', ['510000', '510100']],
  ['510100', ['510000', '510100']],
  ['110000', ['110000']],
  ['110105', ['110000']],
  ['500229', ['500000']],
  ['441900', ['440000']],
  ['429004', ['420000']],
  ['', []],
])('the way down to %s', (code, path) => {
  expect(pathTo(code)).toEqual(path)
})

test.each([
  ['示例路 1 号', undefined],
  ['四川省成都市武侯区示例路 1 号', undefined],
  ['四川省 成都市 锦江区示例路 1 号', '锦江区'],
  ['绵阳市示例路 1 号', '绵阳市'],
  ['成都东路 1 号', undefined],
  ['北京市朝阳区示例路 1 号', '北京市'],
])('a street that reads %s, in Wuhou, is elsewhere in %s', (street, name) => {
  expect(elsewhereIn(street, '510107')).toBe(name)
})

test('every division is reached from a province down, and each way down ends', () => {
  const leaves = (code?: string): string[] => divisionsBelow(code).flatMap((division) => (divisionsBelow(division.code).length > 0 ? leaves(division.code) : [division.code]))
  const all = leaves()
  expect(all.length).toBeGreaterThan(2_800)
  expect(new Set(all).size).toBe(all.length)
  expect(all.filter((code) => !isDivision(code))).toEqual([])
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
