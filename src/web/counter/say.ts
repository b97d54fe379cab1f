import type { useWords } from './words'
import type { Refused } from './ask'

type Spoken = Pick<ReturnType<typeof useWords>, 'language' | 't' | 'w'>

const has = <T extends object>(of: T, key: string): key is keyof T & string => Object.hasOwn(of, key)

/** The page's own sentence about a new card, then the rule's, then the one about requests. */
const sentenceOf = ({ code, details }: Refused, { language, t, w }: Spoken): string => {
  if (details?.field !== undefined && has(w.fields, details.field)) return w.fields[details.field]
  if (has(w.refused, code)) return w.refused[code]
  if (has(w.failures, code)) return w.failures[code]
  if (language === 'zh' && details?.zh) return details.zh
  return has(t.reasons, code) ? t.reasons[code] : w.failures.other
}

/** A refusal in a sentence: which rule refuses, which papers are missing, and where it is done instead. */
export const sayRefusal = (refused: Refused, spoken: Spoken): string => {
  const { t, w } = spoken
  const { papers = [], where = [] } = refused.details ?? {}
  const places = where.length > 0 ? [`${w.act.where} ${t.words.list(where.map((channel) => t.words.channel[channel]))}`] : []
  return [sentenceOf(refused, spoken), ...papers.map((paper) => w.papers[paper]), ...places].join(' · ')
}
