import { useCopy } from '../context'
import { en } from './en'
import { zh, type ToldCopy } from './zh'

export type { ToldCopy }

const copies = { zh, en } as const satisfies Record<'zh' | 'en', ToldCopy>

/** The words of what one is told, of saying that it was not oneself, and of the phone line's password in a language. */
export const toldCopyIn = (language: 'zh' | 'en'): ToldCopy => copies[language]

/** The same in the citizen's language: `m` beside the `t` of all screens. */
export const useToldCopy = () => {
  const copy = useCopy()
  return { ...copy, m: toldCopyIn(copy.language) }
}
