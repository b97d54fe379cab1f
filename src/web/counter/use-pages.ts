import { useCallback, useEffect, useRef, useState } from 'react'

interface Page {
  readonly cursor?: string | undefined
}

interface Pages<Read extends Page> {
  readonly pages: readonly Read[]
  /** Reads on where the last page ended; absent where nothing is left. */
  readonly more: (() => void) | undefined
  /** Asks once more for what could not be read; absent where it was. */
  readonly again: (() => void) | undefined
}

/** A page that was asked for twice comes once. */
const appended = <Read extends Page>(before: readonly Read[], page: Read, cursor: string | undefined): readonly Read[] =>
  before.at(-1)?.cursor === cursor ? [...before, page] : before

/** A list that is read page by page, from its first page on. What fails is told to whoever is there by then. */
export const usePages = <Read extends Page>(read: (cursor: string | undefined) => Promise<Read>, onFailed: (thrown: unknown) => void): Pages<Read> => {
  const now = useRef({ read, onFailed })
  useEffect(() => { now.current = { read, onFailed } })
  const [pages, setPages] = useState<readonly Read[]>([])
  const [failed, setFailed] = useState(false)
  const load = useCallback((cursor?: string) => {
    setFailed(false)
    now.current.read(cursor).then((page) => setPages((before) => appended(before, page, cursor)), (thrown: unknown) => {
      setFailed(true)
      now.current.onFailed(thrown)
    })
  }, [])
  useEffect(() => load(), [load])
  const cursor = pages.at(-1)?.cursor
  return { pages, more: cursor === undefined || failed ? undefined : () => load(cursor), again: failed ? () => load(cursor) : undefined }
}
