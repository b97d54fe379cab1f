/** Shows a document (base64) to be printed, in a window of its own; the page itself keeps nothing of it. */
export const openPdf = (base64: string): void => {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }))
  const shown = window.open(address)
  const forget = () => URL.revokeObjectURL(address)
  if (shown) shown.addEventListener('load', forget, { once: true })
  else forget()
}
