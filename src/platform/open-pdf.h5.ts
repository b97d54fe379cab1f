import { download } from './download'

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))

/** A browser downloads a document (base64) under a name. */
export const openPdf = async (name: string, pdf: string): Promise<boolean> => {
  download(name, new Blob([bytesOf(pdf)], { type: 'application/pdf' }))
  return true
}

/** What was downloaded is the citizen's own. */
export const forgetPdf = (): void => undefined
