import { createHash } from 'node:crypto'
import type { Certificate } from '../platform'

export const certType = 'IDENTITY_CARD'

const base64 = (text: string) => Buffer.from(text).toString('base64')

/** By this digest WeChat tells that the person asked about is the person whose check was begun. */
export const certHash = ({ name, idNumber }: Certificate): string =>
  createHash('sha256').update(`cert_type=${base64(certType)}&cert_name=${base64(name)}&cert_no=${base64(idNumber)}`).digest('hex')
