import { parseArgs } from 'node:util'
import { toIso } from '@/domain/time'
import type { Repository } from '../../repository'
import { runCommand, withRepository } from './command'

const usage = `Usage: npm run aside
       npm run aside -- --again=ID --operator NAME --reason WHY`

const options = { again: { type: 'string' }, operator: { type: 'string' }, reason: { type: 'string' } } as const

const works = { telling: 'what happened to it is not told', lapse: 'its lapse is not written down', feed: 'partners are not told of it' } as const
const kinds = { newCard: 'the new card of its order is not opened', activated: 'its order is not told that it works' } as const

const tried = (tries: number, nextAt: number): string => `${tries} time(s) tried  again at ${toIso(nextAt)}`

/** Cards and what comes of them by their keys alone, each with what is not done, since when, and when it is tried again. */
const linesOf = async ({ told, relayed }: Repository): Promise<string[]> => {
  const [cards, relays] = [await told.aside(), await relayed.aside()]
  return [
    ...cards.map(({ cardKey, work, since, tries, nextAt }) => `${cardKey}  ${works[work]}  since ${toIso(since)}  ${tried(tries, nextAt)}`),
    ...relays.map(({ relayId, kind, since, reason, tries, nextAt }) => `${relayId}  ${kinds[kind]}  since ${toIso(since)}  ${reason ?? tried(tries, nextAt)}`),
  ]
}

const list = async (): Promise<void> => {
  const lines = await withRepository(linesOf)
  console.log(lines.length === 0 ? 'Nothing is set aside.' : lines.join('\n'))
}

/** Written down before it is done: an operator says that the cause is mended. */
const again = (id: string, operator: string, reason: string): Promise<void> =>
  withRepository(async (repository) => {
    const { told, relayed, audit } = repository
    const lines = await linesOf(repository)
    if (!lines.some((line) => line.startsWith(`${id}  `))) throw new Error(`Nothing of ${id} is set aside: npm run aside lists what is.`)
    await audit.append({ operator, what: 'again', subject: id, reason })
    if (!(await told.tryAgain(id)) && !(await relayed.tryAgain(id))) throw new Error(`${id} was done meanwhile.`)
    console.log(`${id} is tried again now. If it comes back here, its cause is not mended.`)
  })

/** `npm run aside` lists what could not be told, written down or handed over; with `--again` it is tried again at once. */
export const command = async (args: string[]): Promise<boolean> => {
  const { values: { again: id, operator, reason } } = parseArgs({ args, options })
  if (args.length === 0) await list()
  else if (id && operator && reason) await again(id, operator, reason)
  else throw new Error(usage)
  return true
}

runCommand(module, command)
