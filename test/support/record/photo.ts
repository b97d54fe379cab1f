/** A segment of a JPEG: its marker, its length, what it holds. */
const segment = (code: number, ...bytes: readonly number[]): number[] => [0xff, code, (bytes.length + 2) >> 8, (bytes.length + 2) & 0xff, ...bytes]

const two = (value: number): number[] => [value >> 8, value & 0xff]

/** A JPEG of nothing, as base64: its frame says this size; `filling` bytes stand before it. */
export const photoOf = (width: number, height: number, filling = 8): string => {
  const filled = Array.from({ length: Math.ceil(filling / 60_000) }, () => segment(0xe0, ...new Array<number>(Math.min(filling, 60_000)).fill(1))).flat()
  const frame = segment(0xc0, 8, ...two(height), ...two(width), 1, 1, 0x11, 0)
  return Buffer.from([0xff, 0xd8, ...filled, ...frame, ...segment(0xda, 1, 1, 0, 0, 63, 0), 0x00, 0xff, 0xd9]).toString('base64')
}

/** One that is as it should be. */
export const aPhoto = (filling?: number): string => photoOf(358, 441, filling)
