import { useCopy } from '../context'
import { en } from './en'
import { zh, type FamilyCopy } from './zh'

export type { FamilyCopy }

const copies = { zh, en } as const satisfies Record<'zh' | 'en', FamilyCopy>

/** The words of the family, of grants and of one's own data in a language. */
export const familyCopyIn = (language: 'zh' | 'en'): FamilyCopy => copies[language]

/** The same in the citizen's language: `f` beside the `t` of all screens. */
export const useFamilyCopy = () => {
  const copy = useCopy()
  return { ...copy, f: familyCopyIn(copy.language) }
}
