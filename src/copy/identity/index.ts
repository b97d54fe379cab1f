import { useCopy } from '../context'
import { en } from './en'
import { zh, type IdentityCopy } from './zh'

export type { IdentityCopy }

const copies = { zh, en } as const satisfies Record<'zh' | 'en', IdentityCopy>

/** The words of signing in, of binding and of the identity check in a language. */
export const identityCopyIn = (language: 'zh' | 'en'): IdentityCopy => copies[language]

/** The same in the citizen's language: `i` beside the `t` of all screens. */
export const useIdentityCopy = () => {
  const copy = useCopy()
  return { ...copy, i: identityCopyIn(copy.language) }
}
