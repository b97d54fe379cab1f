import type { PhotoSize } from '@/domain/reissue/photo'

const marker = 0xff
const startOfImage = 0xd8
const endOfImage = 0xd9
const startOfScan = 0xda
/** Frames of every kind of coding; the three left out of the range are tables. */
const isFrame = (code: number): boolean => code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc

/** Ends with its last marker, which is followed by nothing. */
const isWhole = (bytes: Buffer): boolean =>
  bytes.length > 4 && bytes[0] === marker && bytes[1] === startOfImage && bytes.at(-2) === marker && bytes.at(-1) === endOfImage

/** From a frame's segment: its length, the bits of a sample, height, width. */
const sizeAt = (bytes: Buffer, at: number): PhotoSize | null => {
  if (at + 7 > bytes.length) return null
  const [height, width] = [bytes.readUInt16BE(at + 3), bytes.readUInt16BE(at + 5)]
  return height > 0 && width > 0 ? { width, height } : null
}

/** The size (pixels) that a JPEG says in its frame; null where the bytes are none, or not to the end. */
export const jpegSize = (bytes: Buffer): PhotoSize | null => {
  if (!isWhole(bytes)) return null
  let at = 2
  // one segment after the other: a marker, perhaps filled up with more of its first byte, and a length that counts itself
  while (at + 4 <= bytes.length && bytes[at] === marker) {
    const code = bytes[at + 1] ?? 0
    if (code === marker) at += 1
    else if (isFrame(code)) return sizeAt(bytes, at + 2)
    else if (code === startOfScan || bytes.readUInt16BE(at + 2) < 2) return null
    else at += 2 + bytes.readUInt16BE(at + 2)
  }
  return null
}
