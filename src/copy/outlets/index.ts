import { useCopy } from '../context'
import { en } from './en'
import { zh, type OutletCopy } from './zh'

export type { OutletCopy }

const copies = { zh, en } as const satisfies Record<'zh' | 'en', OutletCopy>

/** The outlets' words in a language. */
export const outletCopyIn = (language: 'zh' | 'en'): OutletCopy => copies[language]

/** The outlets' words in the citizen's language: `o` beside the `t` of all screens. */
export const useOutletCopy = () => {
  const copy = useCopy()
  return { ...copy, o: outletCopyIn(copy.language) }
}
