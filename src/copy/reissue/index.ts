import { useCopy } from '../context'
import { en } from './en'
import { zh, type ReissueCopy } from './zh'

export type { ReissueCopy }

const copies = { zh, en } as const satisfies Record<'zh' | 'en', ReissueCopy>

/** The words of the way from lost to working again in a language. */
export const reissueCopyIn = (language: 'zh' | 'en'): ReissueCopy => copies[language]

/** The same in the citizen's language: `r` beside the `t` of all screens. */
export const useReissueCopy = () => {
  const copy = useCopy()
  return { ...copy, r: reissueCopyIn(copy.language) }
}
