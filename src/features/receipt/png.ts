/** Rows of pixels, dark ones true. */
type Pixels = readonly (readonly boolean[])[]

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const byte = 8
const mostInBlock = 65_535

const four = (value: number): number[] => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]
const twoTurned = (value: number): number[] => [value & 255, value >>> byte]

const crcOf = (start: number): number => {
  let crc = start
  for (let bit = 0; bit < byte; bit += 1) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1
  return crc >>> 0
}
const crcs = Array.from({ length: 256 }, (_, start) => crcOf(start))
const crc32 = (bytes: readonly number[]): number => (bytes.reduce((crc, next) => (crcs[(crc ^ next) & 255] ?? 0) ^ (crc >>> byte), 0xffffffff) ^ 0xffffffff) >>> 0

const adler32 = (bytes: readonly number[]): number => {
  const base = 65_521
  let [a, b] = [1, 0]
  for (const next of bytes) {
    a = (a + next) % base
    b = (b + a) % base
  }
  return b * 65_536 + a
}

const chunk = (name: string, data: readonly number[]): number[] => {
  const named = [...[...name].map((letter) => letter.charCodeAt(0)), ...data]
  return [...four(data.length), ...named, ...four(crc32(named))]
}

/** A zlib stream that packs nothing: a code is small, and a phone has no packer. */
const stored = (bytes: readonly number[]): number[] => {
  const blocks: number[] = []
  for (let from = 0; from < bytes.length; from += mostInBlock) {
    const block = bytes.slice(from, from + mostInBlock)
    blocks.push(from + mostInBlock >= bytes.length ? 1 : 0, ...twoTurned(block.length), ...twoTurned(~block.length & 0xffff))
    for (const next of block) blocks.push(next)
  }
  return [0x78, 0x01, ...blocks, ...four(adler32(bytes))]
}

/** One row in one bit a pixel, light ones set, behind the byte that says that nothing is filtered. */
const packed = (row: readonly boolean[]): number[] => {
  const bytes = Array.from({ length: Math.ceil(row.length / byte) }, () => 0)
  row.forEach((dark, at) => {
    if (!dark) bytes[Math.floor(at / byte)]! |= 128 >> at % byte
  })
  return [0, ...bytes]
}

const grown = (row: readonly boolean[], times: number): boolean[] => row.flatMap((dark) => Array.from({ length: times }, () => dark))

/** A picture in black and white (PNG, as base64), each pixel as a square of so many. */
export const pngOf = (pixels: Pixels, times = 1): string => {
  const rows = pixels.map((row) => packed(grown(row, times)))
  const width = (pixels[0]?.length ?? 0) * times
  const header = [...four(width), ...four(pixels.length * times), 1, 0, 0, 0, 0]
  const data = rows.flatMap((row) => Array.from({ length: times }, () => row).flat())
  return base64Of([...signature, ...chunk('IHDR', header), ...chunk('IDAT', stored(data)), ...chunk('IEND', [])])
}

const inARow = (from: string, count: number): string[] => Array.from({ length: count }, (_, at) => String.fromCharCode(from.charCodeAt(0) + at))
const letters = [...inARow('A', 26), ...inARow('a', 26), ...inARow('0', 10), '+', '/']

/** Phones have no `btoa`. */
function base64Of(bytes: readonly number[]): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.slice(at, at + 3)
    const bits = (a << 16) | (b << 8) | c
    const left = bytes.length - at
    text += `${letters[bits >> 18] ?? ''}${letters[(bits >> 12) & 63] ?? ''}${left > 1 ? letters[(bits >> 6) & 63] ?? '' : '='}${left > 2 ? letters[bits & 63] ?? '' : '='}`
  }
  return text
}
