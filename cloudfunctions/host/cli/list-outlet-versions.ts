import { parseArgs } from 'node:util'
import { toIso } from '@/domain/time'
import type { OutletVersion } from '../../repository'
import { runCommand, withRepository } from './command'
import { cityIn } from './outlet-arguments'

/** `npm run outlets:versions -- --city CITY` lists what a city's list was, is, and will be. */
const options = { city: { type: 'string' } } as const

const lineOf = ({ version, importedAt, outlets, fictional, current, nextFrom }: OutletVersion): string => [
  `${version}  imported ${toIso(importedAt)}  ${outlets} outlet(s)`,
  ...(fictional ? ['fictional'] : []),
  ...(current ? ['current'] : []),
  ...(nextFrom === null ? [] : [`next from ${toIso(nextFrom)}`]),
].join('  ')

export const command = async (args: string[]): Promise<boolean> => {
  const city = cityIn(parseArgs({ args, options }).values.city)
  const versions = await withRepository(({ outlets }) => outlets.versions(city))
  console.log(versions.length === 0 ? `${city} has no list of outlets yet.` : versions.map(lineOf).join('\n'))
  return true
}

runCommand(module, command)
