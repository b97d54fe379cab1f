import { inflateSync } from 'node:zlib'
import { pngOf } from '@/features/receipt/png'
import { qrMatrix } from '@/features/reissue/qr'

/** A picture's measures and rows of bits, read as the format says (ISO/IEC 15948). */
const read = (png: Buffer) => {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const length = png.readUInt32BE(33)
  const data = inflateSync(png.subarray(41, 41 + length))
  const line = 1 + Math.ceil(width / 8)
  const dark = (x: number, y: number) => ((data[y * line + 1 + (x >> 3)] ?? 0) & (128 >> x % 8)) === 0
  return { width, height, kind: [...png.subarray(24, 29)], dark }
}

test('every module is where it was, in one bit each', () => {
  const modules = qrMatrix('WzEsImRlbW8iXQ.MEUCIQ')
  const { width, height, kind, dark } = read(Buffer.from(pngOf(modules), 'base64'))
  expect([width, height]).toEqual([modules.length, modules.length])
  expect(kind).toEqual([1, 0, 0, 0, 0])
  expect(modules.map((row, y) => row.map((_, x) => dark(x, y)))).toEqual(modules.map((row) => [...row]))
})

test('grown, each module is a square, also where it takes several blocks', () => {
  const modules = qrMatrix('x'.repeat(400))
  const { width, dark } = read(Buffer.from(pngOf(modules, 8), 'base64'))
  expect(width).toBe(modules.length * 8)
  expect(modules.every((row, y) => row.every((module, x) => dark(x * 8, y * 8) === module && dark(x * 8 + 7, y * 8 + 7) === module))).toBe(true)
})
