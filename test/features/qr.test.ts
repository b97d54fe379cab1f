import fc from 'fast-check'
import readQr from 'jsqr'
import { qrMatrix } from '@/features/reissue/qr'

const scale = 4

/** What a camera would see: four dots a module, black on white. */
const pictureOf = (matrix: ReturnType<typeof qrMatrix>) => {
  const side = matrix.length * scale
  const dots = Array.from({ length: side * side }, (_, index) => matrix[Math.floor(index / side / scale)]?.[Math.floor((index % side) / scale)])
  return { side, dots: Uint8ClampedArray.from(dots.flatMap((isDark) => (isDark ? [0, 0, 0, 255] : [255, 255, 255, 255]))) }
}

const read = (code: string): string | undefined => {
  const { side, dots } = pictureOf(qrMatrix(code))
  return readQr(dots, side, side)?.data
}

const base64Url = fc.stringMatching(/^[\w-]{180,200}\.[\w-]{94,96}$/)

test('whatever a receipt says, another reader reads it back', () => {
  fc.assert(fc.property(base64Url, (code) => { expect(read(code)).toBe(code) }), { numRuns: 3 })
})

test('it is square, with four light modules on every side', () => {
  const matrix = qrMatrix('A'.repeat(287))
  expect(matrix.every((line) => line.length === matrix.length)).toBe(true)
  const edges = matrix.flatMap((line, down) => line.filter((_, along) => Math.min(down, along, matrix.length - 1 - down, matrix.length - 1 - along) < 4))
  expect(edges).not.toContain(true)
})
