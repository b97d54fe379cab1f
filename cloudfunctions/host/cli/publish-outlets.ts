import { parseArgs } from 'node:util'
import { toIso } from '@/domain/time'
import type { Published } from '../../repository'
import { runCommand, withRepository } from './command'
import { cityIn, pastTime, sayWhatComes, timeIn } from './outlet-arguments'

const usage = 'Usage: npm run outlets:publish -- --city CITY --version VERSION [--from TIME]'
const options = { city: { type: 'string' }, version: { type: 'string' }, from: { type: 'string' } } as const

const sentence = (published: Published, city: string, version: string): string => {
  switch (published.outcome) {
    case 'published':
      return `Version ${version} is the list of ${city} from ${toIso(published.currentFrom)} on.`
    case 'already':
      return `Nothing changed: version ${version} is the list of ${city} at that time as it is.`
    case 'unknownVersion':
      return `${city} has no version ${version}: npm run outlets:versions -- --city ${city} lists them.`
    case 'pastTime':
      return pastTime
  }
}

export const command = async (args: string[]): Promise<boolean> => {
  const { city, version, from } = parseArgs({ args, options }).values
  if (version === undefined) throw new Error(usage)
  const [ofCity, time] = [cityIn(city), timeIn(from)]
  const published = await withRepository(async (repository) => {
    const outcome = await repository.outlets.publish(ofCity, version, time)
    console.log(sentence(outcome, ofCity, version))
    await sayWhatComes(repository, ofCity)
    return outcome
  })
  return published.outcome === 'published' || published.outcome === 'already'
}

runCommand(module, command)
