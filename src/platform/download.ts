let offered: string | undefined

/** Has the browser download a file under a name. Browsers may read it well after the click: it is let go of with the next one, or by the browser when the page goes. */
export const download = (name: string, file: Blob): void => {
  if (offered) URL.revokeObjectURL(offered)
  offered = URL.createObjectURL(file)
  Object.assign(document.createElement('a'), { href: offered, download: name }).click()
}
