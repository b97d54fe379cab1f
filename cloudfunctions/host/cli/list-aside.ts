import { toIso } from '@/domain/time'
import { runCommand, withRepository } from './command'

/** `npm run aside` lists the cards, by their keys, of which something could not be told or written down, and when it is tried again. */
const words = { telling: 'what happened to it is not told', lapse: 'its lapse is not written down' } as const

export const command = async (args: string[]): Promise<boolean> => {
  if (args.length > 0) throw new Error('Usage: npm run aside')
  const aside = await withRepository(({ told }) => told.aside())
  const lines = aside.map(({ cardKey, work, since, tries, nextAt }) =>
    `${cardKey}  ${words[work]}  since ${toIso(since)}  ${tries} time(s) tried  again at ${toIso(nextAt)}`)
  console.log(lines.length === 0 ? 'Nothing is set aside.' : lines.join('\n'))
  return true
}

runCommand(module, command)
