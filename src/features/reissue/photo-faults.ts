import type { Photo } from '@/platform/photo'

/** Pixels of the ID card's photo, by whose rules a one-inch photo for the card goes. */
const least = { width: 358, height: 441 } as const
/** How much higher than wide: the ID card's photo 1.23, a one-inch print 1.4, and a little room on both sides. */
const shape = { from: 1.15, to: 1.5 } as const

export type PhotoFault = 'shape' | 'size'

/** What is wrong with a photo's measures. */
export const photoFaults = ({ width, height }: Pick<Photo, 'width' | 'height'>): readonly PhotoFault[] => {
  const ratio = height / width
  return [
    ...(ratio < shape.from || ratio > shape.to ? ['shape' as const] : []),
    ...(width < least.width || height < least.height ? ['size' as const] : []),
  ]
}
