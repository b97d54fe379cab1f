import type { Pen, Picture } from './types'

/** A canvas of any platform. */
export interface Canvas {
  width: number
  height: number
  getContext(type: '2d'): Pen | null
}

/** Pixels: no phone is asked for a larger canvas. */
const tallest = 4096

/** Draws a picture on white. Throws where there is nothing to draw with, or it would be too tall. */
export const paint = (canvas: Canvas, { width, draw }: Picture): void => {
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this canvas cannot be drawn on')
  const height = Math.ceil(draw(pen))
  if (height > tallest) throw new Error(`the picture would be ${height} pixels tall`)
  Object.assign(canvas, { width, height })
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, width, height)
  draw(pen)
}

/** Gives back the memory that the picture took. */
export const wipe = (canvas: Canvas | undefined): void => {
  if (canvas) Object.assign(canvas, { width: 1, height: 1 })
}
