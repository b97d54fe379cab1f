import { useCopy } from '../context'
import { copyIn } from '../index'
import { en } from './en'
import { zh, type KioskCopy } from './zh'

export type { KioskCopy }

const copies = { zh, en } as const satisfies Record<'zh' | 'en', KioskCopy>

/** The words of a self-service terminal in a language. */
export const kioskCopyIn = (language: 'zh' | 'en'): KioskCopy => copies[language]

/** The same in the citizen's language: `k` beside the `t` of all screens. */
export const useKioskCopy = () => {
  const copy = useCopy()
  return { ...copy, k: kioskCopyIn(copy.language) }
}

/** All words as a terminal says them: what speaks of one's phone elsewhere speaks of this machine. */
export const terminalCopyIn = (language: 'zh' | 'en'): ReturnType<typeof copyIn> => {
  const { t, ...rest } = copyIn(language)
  const { errors, offlineBanner } = copies[language]
  return { ...rest, t: { ...t, errors: { ...t.errors, ...errors }, common: { ...t.common, offlineBanner } } }
}
