import { shelf } from './shelf'

/** What was kept under a key, unchecked; undefined when nothing was, or when storage cannot be read. */
export const read = (key: string): unknown => {
  try {
    const kept: unknown = shelf.get(key)
    return kept === '' || kept === null ? undefined : kept
  } catch {
    return undefined
  }
}

/** Keeps a value that JSON can carry. A full or forbidden storage must not stop a citizen, so a failure is swallowed. */
export const write = (key: string, value: object): void => {
  try {
    shelf.set(key, value)
  } catch {
    return
  }
}

export const remove = (key: string): void => {
  try {
    shelf.remove(key)
  } catch {
    return
  }
}

/** Forgets everything that was kept on this phone but under this one key. */
export const removeAllBut = (key: string): void => {
  try {
    shelf.keys().filter((kept) => kept !== key).forEach(remove)
  } catch {
    return
  }
}
