import type { useWords } from './words'
import type { Refused } from './ask'

type Spoken = Pick<ReturnType<typeof useWords>, 'language' | 't' | 'w'>

const has = <T extends object>(of: T, key: string): key is keyof T & string => Object.hasOwn(of, key)

/** A refusal in a sentence: the rule's own where a rule refuses, and which papers are missing. */
export const sayRefusal = ({ code, details }: Refused, { language, t, w }: Spoken): string => {
  const missing = details?.papers?.map((paper) => w.papers[paper]) ?? []
  const rule = language === 'zh' && details?.zh ? details.zh : has(t.reasons, code) ? t.reasons[code] : undefined
  const sentence = rule ?? (has(w.failures, code) ? w.failures[code] : w.failures.other)
  return [sentence, ...missing].join(' · ')
}
