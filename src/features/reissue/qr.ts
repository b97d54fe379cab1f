import { encode, renderSVG } from 'uqr'

/** The four light modules around a code, without which nothing reads it, are in it. */
const options = { ecc: 'M', border: 4 } as const

/** A QR code's modules, line by line, dark ones true. */
export const qrMatrix = (code: string): readonly (readonly boolean[])[] => encode(code, options).data

/** A QR code as a drawing (SVG), without light seams between its modules. */
export const qrDrawing = (code: string): string => renderSVG(code, { ...options, pixelSize: 1 }).replace('<svg ', '<svg shape-rendering="crispEdges" ')
