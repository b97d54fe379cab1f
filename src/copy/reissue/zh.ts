import { apply } from './zh/apply'
import { happened } from './zh/happened'
import { papers } from './zh/papers'
import { refusals } from './zh/refusals'
import { ways } from './zh/ways'

/** From lost to working again: what happened, the ways to a new card, applying, what to bring. */
export const zh = {
  titles: { reissue: '补卡换卡', papers: '要带的材料' },
  happened,
  ways,
  apply,
  papers,
  refusals,
}

/** The shape both languages have. */
export type ReissueCopy = typeof zh
