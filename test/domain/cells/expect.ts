import type { CityCode } from '@/domain/policies'
import { channels, type Channel } from '@/domain/words'
import type { TableCard } from './cards'
import { answer, makes, onlyWithReissue, released, type Ask } from './rules'

const sorted = (of: readonly Channel[]): string => [...of].sort().join(' ')
const making = (city: CityCode, kind: string): string => sorted(channels.filter((channel) => makes[city][channel].includes(kind)))

const refusedHere = (city: CityCode, channel: Channel, kind: 'T' | 'F'): string | null => {
  if (makes[city][channel] === '') return `reportNotMadeHere: ${sorted(channels.filter((each) => makes[city][each] !== ''))}`
  return makes[city][channel].includes(kind) ? null : `kindNotMadeHere: ${making(city, kind)}`
}

/** Rules 8–10 for what was made there; a temporary report made anywhere is also cancelled at a counter (rule 12). */
const whereReleased = (city: CityCode, { madeIn, cell }: TableCard): string[] => {
  const where = madeIn ? released[city][madeIn].split(' ') : []
  return cell.report === 'temporary' && !where.includes('counter') ? [...where, 'counter'].sort() : where
}

/** The table's word for a request made in a channel of a city: the state's answer, bounded by what the channel does. */
export const expected = (city: CityCode, of: TableCard, ask: Ask, channel: Channel): string => {
  const found = answer(of.cell, ask)
  if (found === 'cardCancelled') return found
  if (ask === 'reportTemporary') return refusedHere(city, channel, 'T') ?? found
  if (ask === 'reportFormal') return refusedHere(city, channel, 'F') ?? (found === 'change' && onlyWithReissue[city].includes(channel) ? 'formalOnlyWithReissue' : found)
  if (ask !== 'release' || found !== 'change') return found
  const where = whereReleased(city, of)
  return where.includes(channel) ? 'change' : `releasedElsewhere: ${where.join(' ')}`
}
