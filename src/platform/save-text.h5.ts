/** Saves a text as a file of the citizen's own: the browser downloads it, and nothing of it stays in the page. */
export const saveText: ((name: string, text: string) => void) | undefined = (name, text) => {
  const href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  Object.assign(document.createElement('a'), { href, download: name }).click()
  URL.revokeObjectURL(href)
}
