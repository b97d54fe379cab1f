interface Pixels {
  readonly data: ArrayLike<number>
  readonly width: number
  readonly height: number
}

/** The part of the height, and of the width on each side, in which nothing but the background is. */
const upper = 0.3
const side = 0.12
/** A pixel is light from this brightness (0–255) on. */
const light = 190
/** So many of the pixels have to be. */
const most = 0.85

const isEdge = (x: number, y: number, { width, height }: Pixels): boolean => y < height * upper && (x < width * side || x >= width * (1 - side))

/** Whether the background is light, by the upper edges left and right of the head (RGBA, row by row). */
export const backgroundOf = (pixels: Pixels): 'light' | 'other' => {
  const { data, width, height } = pixels
  const counts = { all: 0, light: 0 }
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (!isEdge(x, y, pixels)) continue
      const at = (y * width + x) * 4
      counts.all += 1
      if (Math.min(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0) >= light) counts.light += 1
    }
  }
  return counts.light >= counts.all * most ? 'light' : 'other'
}
