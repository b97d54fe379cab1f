import { apply } from './en/apply'
import { happened } from './en/happened'
import { papers } from './en/papers'
import { refusals } from './en/refusals'
import { ways } from './en/ways'
import type { ReissueCopy } from './zh'

export const en: ReissueCopy = {
  titles: { reissue: 'A new card', papers: 'What to bring' },
  happened,
  ways,
  apply,
  papers,
  refusals,
}
