import type { Copy, Language } from '@/copy'
import { sources } from '@/domain/policies'
import type { useRules } from '../banks/use-rules'

/** Where something is written, and how far that can be trusted. */
export type Written = Pick<ReturnType<typeof useRules>['hotline'], 'source' | 'confidence'>

/** Where rules are written, each text once; what nobody has verified says so. */
export const saidSources = (rules: readonly Written[], language: Language, t: Copy): readonly string[] => {
  const said = rules.map(({ source, confidence }) => {
    const { zh, en } = typeof source === 'string' ? sources[source] : source
    return `${language === 'en' ? en : zh}${confidence === 'U' ? t.help.unverified : ''}`
  })
  return [...new Set(said)]
}
