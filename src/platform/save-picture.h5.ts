import type { Saved } from './save-picture'

/** A browser downloads a picture (PNG as base64) under a name. */
export const savePicture = async (name: string, picture: string): Promise<Saved> => {
  Object.assign(document.createElement('a'), { href: `data:image/png;base64,${picture}`, download: name }).click()
  return 'downloaded'
}
