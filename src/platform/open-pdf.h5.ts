const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))

/** A browser downloads a document (base64) under a name. */
export const openPdf = async (name: string, pdf: string): Promise<boolean> => {
  const href = URL.createObjectURL(new Blob([bytesOf(pdf)], { type: 'application/pdf' }))
  Object.assign(document.createElement('a'), { href, download: name }).click()
  URL.revokeObjectURL(href)
  return true
}

/** What was downloaded is the citizen's own. */
export const forgetPdf = (): void => undefined
