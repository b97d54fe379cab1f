import type { CityCode } from '@/domain/policies'
import type { Channel, Life, ReissueKind, ReportKind, ShownState } from '@/domain/words'

/**
 * The rules once more, as a reader of the cities' notices would write them down by hand. Nothing here is computed from the
 * code under test: a cell that differs is a rule that differs.
 */

export type Ask = 'reportTemporary' | 'reportFormal' | 'release' | 'bankTold' | 'acceptReplacement' | 'acceptExchange'
export const asks: readonly Ask[] = ['reportTemporary', 'reportFormal', 'release', 'bankTold', 'acceptReplacement', 'acceptExchange']

/** Which kinds each channel makes for the social security function: T temporary, F formal (rules 2, 4; channel table). */
export const makes: Record<CityCode, Record<Channel, '' | 'T' | 'F' | 'TF'>> = {
  chengdu: { wechat: 'F', alipay: 'F', tianfu: 'F', phone: 'T', counter: 'F', terminal: 'F', bank: '' },
  shanghai: { wechat: 'F', alipay: 'F', tianfu: '', phone: 'T', counter: 'TF', terminal: 'TF', bank: 'F' },
  beijing: { wechat: 'F', alipay: 'F', tianfu: '', phone: 'T', counter: 'TF', terminal: 'T', bank: '' },
  national: { wechat: 'F', alipay: 'F', tianfu: '', phone: 'T', counter: 'TF', terminal: 'TF', bank: '' },
}

/** Where a formal report is made only together with the new card (rule 14). */
export const onlyWithReissue: Record<CityCode, readonly Channel[]> = { chengdu: [], shanghai: [], beijing: ['counter'], national: [] }

/** Where a report made there is released, in words sorted by letter (rules 8–10); any counter ends a temporary one (rule 12). */
const chengdu: Record<Channel, string> = {
  wechat: 'alipay tianfu wechat',
  alipay: 'alipay tianfu wechat',
  tianfu: 'alipay tianfu wechat',
  phone: 'counter phone',
  counter: 'counter terminal',
  terminal: 'counter terminal',
  bank: 'bank',
}
const elsewhere: Record<Channel, string> = { ...chengdu, wechat: 'alipay wechat', alipay: 'alipay wechat', tianfu: 'alipay wechat' }
export const released: Record<CityCode, Record<Channel, string>> =
  { chengdu, shanghai: elsewhere, beijing: elsewhere, national: elsewhere }

export const daysOfTemporary: Record<CityCode, number> = { chengdu: 7, shanghai: 5, beijing: 10, national: 7 }

export interface Cell {
  /** `open` stands for each life a report can be made in. */
  readonly life: 'open' | Extract<Life, 'cancelled'>
  readonly report: ReportKind | 'none'
  readonly reissue: ReissueKind | 'none'
  readonly isDisputed: boolean
}

/**
 * What each request finds in each state, once the channel makes such a report or releases it. Columns as in `asks`.
 * Formal follows temporary, never the other way (rule 3); a reissue ends every release (rule 11); a replacement is for a card
 * formally lost, an exchange for any (rule 14); the bank's word follows a report (rule 6); nothing is done to a cancelled card.
 */
const grid = `
open      none      none        | change   change   already               nothingReported reissueNeedsReport change
open      none      exchange    | change   change   already               nothingReported already            already
open      none      replacement | change   change   already               nothingReported already            already
open      temporary none        | already  change   change                change          reissueNeedsReport change
open      temporary exchange    | already  change   reissueAlreadyAccepted change         already            already
open      temporary replacement | already  change   reissueAlreadyAccepted change         already            already
open      formal    none        | already  already  change                change          change             change
open      formal    exchange    | already  already  reissueAlreadyAccepted change         already            already
open      formal    replacement | already  already  reissueAlreadyAccepted change         already            already
cancelled none      none        | cardCancelled cardCancelled cardCancelled nothingReported cardCancelled cardCancelled
cancelled none      exchange    | cardCancelled cardCancelled cardCancelled nothingReported cardCancelled cardCancelled
cancelled none      replacement | cardCancelled cardCancelled cardCancelled nothingReported cardCancelled cardCancelled
`

const readGrid = (): Map<string, Record<Ask, string>> =>
  new Map(grid.trim().split('\n').map((line) => {
    const [state = '', answers = ''] = line.split('|')
    const words = answers.trim().split(/\s+/)
    return [state.trim().split(/\s+/).join(' '), Object.fromEntries(asks.map((ask, i) => [ask, words[i]])) as Record<Ask, string>]
  }))

const answers = readGrid()

/** What a dispute that is open refuses, whatever else would be said (rule 22): a loss is reported all the same. */
const blocked: Readonly<Partial<Record<Ask, readonly string[]>>> = {
  release: ['change'], acceptReplacement: ['change', 'reissueNeedsReport'], acceptExchange: ['change'],
}

/** The grid's answer to a request in a state. */
export const answer = ({ life, report, reissue, isDisputed }: Cell, ask: Ask): string => {
  const found = answers.get(`${life} ${report} ${reissue}`)?.[ask]
  if (!found) throw new Error(`the grid has no cell for ${life} ${report} ${reissue}, ${ask}`)
  return isDisputed && blocked[ask]?.includes(found) ? 'disputeOpen' : found
}

/** What is shown: a report covers a life; a reissue covers both once the old card does not work (an exchanged one still does). */
export const shows: Record<ReportKind | 'none', Record<ReissueKind | 'none', ShownState | 'the life'>> = {
  none: { none: 'the life', exchange: 'the life', replacement: 'beingReissued' },
  temporary: { none: 'temporarilyLost', exchange: 'temporarilyLost', replacement: 'beingReissued' },
  formal: { none: 'formallyLost', exchange: 'beingReissued', replacement: 'beingReissued' },
}

/** What a change leaves open, and accepted, and said. */
export const leaves: Record<Ask, Partial<Record<'report' | 'reissue' | 'bankTold', string>>> = {
  reportTemporary: { report: 'temporary', bankTold: 'no' },
  reportFormal: { report: 'formal' },
  release: { report: 'none' },
  bankTold: { bankTold: 'yes' },
  acceptReplacement: { reissue: 'replacement' },
  acceptExchange: { reissue: 'exchange' },
}
