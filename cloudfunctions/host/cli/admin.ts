import { parseArgs } from 'node:util'
import type { Repository } from '../../repository'
import { acts } from './admin/acts'
import { bar, unbar } from './admin/accounts'
import { askHere, type Ask } from './admin/ask'
import { card } from './admin/card'
import type { Deed, Given } from './admin/deed'
import { closeDispute } from './admin/dispute'
import { resend } from './admin/notice'
import { runCommand, withRepository, type Command } from './command'

const deeds: Readonly<Record<string, Deed>> = { card, resend, bar, unbar, 'close-dispute': closeDispute, acts }

const usage = `Usage: npm run admin -- COMMAND --by STAFF [--reason TEXT]
${Object.values(deeds).map((deed) => `  ${deed.usage}`).join('\n')}
Every use is written down with who, when and why. Without --reason it is asked for.`

const options = { by: { type: 'string' }, reason: { type: 'string' }, days: { type: 'string' }, outcome: { type: 'string' } } as const

/** The reason is asked for last, since standard input answers in the order of the questions. */
const act = async (repository: Repository, what: string, deed: Deed, given: Given, said: string | undefined): Promise<string> => {
  if (!(await repository.staff.find(given.by))) throw new Error(`There is no member of staff ${given.by}, or they are disabled.`)
  const subject = await deed.subject(given, repository)
  const reason = said ?? (await given.ask('Reason'))
  await repository.audit.append({ operator: given.by, what, subject, reason })
  return deed.run(given, repository, subject)
}

/** The command and its words come before its options. A key may begin with a dash, and is none of them. */
const readFrom = (args: string[]) => {
  const end = args.findIndex((arg) => Object.keys(options).some((name) => arg === `--${name}` || arg.startsWith(`--${name}=`)))
  const [what = '', ...words] = end < 0 ? args : args.slice(0, end)
  return { what, words, values: parseArgs({ args: end < 0 ? [] : args.slice(end), options }).values }
}

/** The command, with whoever answers what it asks. */
export const commandAsking = (ask: Ask): Command => async (args) => {
  const { what, words, values: { by, reason, ...others } } = readFrom(args)
  const deed = Object.hasOwn(deeds, what) ? deeds[what] : undefined
  if (!deed?.words.includes(words.length) || by === undefined || reason?.trim() === '') throw new Error(usage)
  const given: Given = { by, words, days: others.days, outcome: others.outcome, ask }
  console.log(await withRepository((repository) => act(repository, what, deed, given, reason)))
  return true
}

export const command: Command = (args) => commandAsking(askHere())(args)

runCommand(module, command)
