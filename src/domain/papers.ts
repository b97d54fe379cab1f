import { papersOf } from './reissue/papers'
import type { Channel, Paper, Role } from './words'

/** Where a person stands before someone, or a machine, that reads their papers. */
const readsPapers: readonly Channel[] = ['counter', 'terminal']

/** Of the papers that are needed those still to be shown; none in a channel that reads no papers. */
export const stillToShow = (needed: readonly Paper[], channel: Channel, seen: readonly Paper[]): Paper[] =>
  readsPapers.includes(channel) ? needed.filter((paper) => !seen.includes(paper)) : []

/**
 * Which papers are still to be shown for something done in person: who acts, and for a release the card itself (rule 10). None in a channel
 * that reads no papers: a bank goes by its own rules, an online door by its own check.
 */
export const missingPapers = (role: Role, isRelease: boolean, channel: Channel, seen: readonly Paper[]): Paper[] =>
  stillToShow(isRelease ? [...papersOf[role], 'card'] : papersOf[role], channel, seen)
