/** A photo as it can be sent: JPEG as base64, and what could be seen of it. */
export interface Photo {
  /** Where the phone shows it from. */
  readonly path: string
  /** In pixels, as it is sent. */
  readonly width: number
  readonly height: number
  readonly base64: string
  /** What its upper edges are like; unknown where the platform shows no pixels. */
  readonly background: 'light' | 'other' | 'unknown'
}

export type NoPhoto = 'cancelled' | 'refused' | 'notPhoto' | 'heavy'

/**
 * As many bytes as a photo may have: as base64 with what goes along it stays below the 100,000 up to which WeChat's cloud takes data in a call
 * (docs/platforms.md).
 */
const mostBytes = 72_000
/** How well it is kept, in turn, until it is small enough (percent). */
export const qualities = [85, 60, 35, 15] as const
/** The width (pixels) beyond which it is made smaller first: a one-inch photo (25 mm) at 600 dots to the inch. */
export const widest = 600

const bytesOf = (base64: string): number => Math.floor((base64.length * 3) / 4)
export const isSmall = (base64: string): boolean => bytesOf(base64) <= mostBytes
