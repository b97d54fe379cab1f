import { randomBytes } from 'node:crypto'

/** Our number of a check: 32 letters and digits, the most that Alipay and WeChat take. */
export const newOuterNumber = (): string => randomBytes(16).toString('hex')
