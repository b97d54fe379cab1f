import { parseArgs } from 'node:util'
import type { CityCode } from '@/domain/policies'
import type { Change, Gap, ReportSummary } from '../../repository'
import { runCommand, withRepository } from './command'
import { cityIn } from './outlet-arguments'

const usage = 'Usage: npm run outlets:report -- --city CITY [--stale-days DAYS] [--versions OLD NEW]'
const options = { city: { type: 'string' }, 'stale-days': { type: 'string', default: '180' }, versions: { type: 'string' } } as const

const daysIn = (text: string): number => {
  if (!/^\d{1,5}$/.test(text)) throw new Error('--stale-days is a whole number of days.')
  return Number(text)
}

/** Two names follow --versions, of which the parser takes the second for an argument of its own. */
const versionsIn = (from: string | undefined, [to, ...others]: string[]): [string, string] | null => {
  if (from === undefined && to === undefined) return null
  if (from === undefined || to === undefined || others.length > 0) throw new Error(usage)
  return [from, to]
}

const summaryOf = (city: CityCode, { version, checkedBefore, gaps, since }: ReportSummary): string => [
  `Version ${version} of ${city}: ${gaps.outlets} outlet(s)`,
  `  ${gaps.stale} last checked before ${checkedBefore}`,
  `  ${gaps.phone} without a phone number`,
  `  ${gaps.hours} without hours`,
  `  ${gaps.holidays} without a word on holidays`,
  since
    ? `Since version ${since.version}: ${since.changes.added} added, ${since.changes.removed} removed, ${since.changes.changed} changed`
    : 'There is no former version to compare it with.',
].join('\n')

const lacking = ({ stale, checkedOn, phone, hours, holidays }: Gap): string => [
  ...(stale ? [`last checked on ${checkedOn}`] : []),
  ...(phone ? ['no phone'] : []),
  ...(hours ? ['no hours'] : []),
  ...(holidays ? ['no word on holidays'] : []),
].join(', ')

const changeOf = ({ outletId, name, what, columns }: Change): string =>
  `${what}  ${outletId}  ${name}${what === 'changed' ? `: ${columns.join(', ')}` : ''}`

export const command = async (args: string[]): Promise<boolean> => {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const request = { city: cityIn(values.city), staleDays: daysIn(values['stale-days']), versions: versionsIn(values.versions, positionals) }
  const reported = await withRepository(({ outlets }) => outlets.report(request, {
    summary: (summary) => console.log(`${summaryOf(request.city, summary)}\n`),
    gap: (gap) => console.log(`look at  ${gap.outletId}  ${gap.name}: ${lacking(gap)}`),
    change: (change) => console.log(changeOf(change)),
  }))
  if (reported === 'noList') console.log(`${request.city} has no list of outlets yet.`)
  if (reported === 'unknownVersion') console.log(`${request.city} has no such version: npm run outlets:versions -- --city ${request.city} lists them.`)
  return reported === 'told'
}

runCommand(module, command)
