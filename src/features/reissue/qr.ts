import { encode } from 'uqr'

/** A QR code's modules, line by line, dark ones true; the four light ones around it, without which nothing reads it, are in it. */
export const qrMatrix = (code: string): readonly (readonly boolean[])[] => encode(code, { ecc: 'M', border: 4 }).data
