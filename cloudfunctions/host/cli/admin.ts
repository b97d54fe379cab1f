import { parseArgs } from 'node:util'
import type { Repository } from '../../repository'
import { refuseStranger, whoIn, whoOptions, whoUsage, writeDown, type Who } from './act'
import { acts } from './admin/acts'
import { bar, unbar } from './admin/accounts'
import { askHere, type Ask } from './admin/ask'
import { card } from './admin/card'
import type { Deed, Given } from './admin/deed'
import { closeDispute } from './admin/dispute'
import { resend } from './admin/notice'
import { runCommand, withRepository, type Command } from './command'

const deeds: Readonly<Record<string, Deed>> = { card, resend, bar, unbar, 'close-dispute': closeDispute, acts }

const usage = `Usage: npm run admin -- COMMAND ${whoUsage}
${Object.values(deeds).map((deed) => `  ${deed.usage}`).join('\n')}
Every use is written down with who, when and why. Without --reason it is asked for.`

const options = { ...whoOptions, days: { type: 'string' }, outcome: { type: 'string' } } as const

const act = async (repository: Repository, what: string, deed: Deed, given: Given, who: Who): Promise<string> => {
  await refuseStranger(repository, who)
  const subject = await deed.subject(given, repository)
  await writeDown(repository, who, what, subject)
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
  const { what, words, values } = readFrom(args)
  const deed = Object.hasOwn(deeds, what) ? deeds[what] : undefined
  const who = whoIn(values, usage, ask)
  if (!deed?.words.includes(words.length)) throw new Error(usage)
  const given: Given = { by: who.by, words, days: values.days, outcome: values.outcome, ask }
  console.log(await withRepository((repository) => act(repository, what, deed, given, who)))
  return true
}

export const command: Command = (args) => commandAsking(askHere())(args)

runCommand(module, command)
