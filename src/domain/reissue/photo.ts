/** Bytes of a photo as it is uploaded, at most. */
export const photoBytes = 300 * 1024

/**
 * How a photo has to be shaped: this service's own choice, wide enough for what ID photos are like everywhere, from the narrow one of one
 * inch (25 × 35 mm) to that of the ID card (26 × 32 mm). Whoever makes the card judges what is on it. In pixels; width to height.
 */
export const photoShape = { narrowest: 200, tallest: 4000, proportions: { from: 0.68, to: 0.85 } } as const

export interface PhotoSize {
  readonly width: number
  readonly height: number
}

/** What is wrong with a photo of this size, or null. */
export const photoFault = ({ width, height }: PhotoSize): 'size' | 'proportions' | null => {
  const { narrowest, tallest, proportions: { from, to } } = photoShape
  if (width < narrowest || height > tallest) return 'size'
  const proportions = width / height
  return proportions >= from && proportions <= to ? null : 'proportions'
}
