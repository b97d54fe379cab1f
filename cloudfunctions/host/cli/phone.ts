import { randomUUID } from 'node:crypto'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import type { DataOf } from '@/contract'
import { demoPartners } from '../demo/partners'
import { demoTelephone } from '../demo/telephone'
import { runCommand } from './command'
import { takeTurn, type PhoneLine } from './phone-line'

const usage = 'Usage: npm run phone [-- --caller NUMBER]'
const keys = /^[0-9*#]{0,32}$/

const demo = demoPartners.find(({ channel }) => channel === 'phone')

const lineOf = ({ API, PORT = '8080', PHONE_PARTNER, PHONE_SECRET }: NodeJS.ProcessEnv): PhoneLine => {
  if ((PHONE_PARTNER === undefined) !== (PHONE_SECRET === undefined)) throw new Error('Set PHONE_PARTNER and PHONE_SECRET together.')
  return { api: (API ?? `http://127.0.0.1:${PORT}`).replace(/\/$/, ''), partnerId: PHONE_PARTNER ?? demo?.partnerId ?? '', secret: PHONE_SECRET ?? demo?.secret ?? '' }
}

const help = ({ api, partnerId }: PhoneLine): string => [
  `Calling ${api} as ${partnerId}. Type what the keys would, then Enter: 0-9 * #. Enter alone is silence, Ctrl-D hangs up.`,
  ...(partnerId === demo?.partnerId
    ? [`Service password ${demoTelephone.password} for:`, ...demoTelephone.cards.map(({ cardNumber, holder, note }) => `  ${cardNumber}  ${holder}  ${note}`)]
    : []),
].join('\n')

const show = ({ say, expect, state }: DataOf<'channel/voice'>): void => {
  console.log(`\n${say.map((text) => `  “${text}”`).join('\n')}`)
  if (expect.kind === 'digits') process.stdout.write(`[${state}: up to ${expect.atMost} within ${expect.seconds} s] `)
  else console.log(expect.kind === 'hangUp' ? '[the line hangs up]' : '[put through to the staffed line]')
}

const call = async (line: PhoneLine, caller: string): Promise<void> => {
  const callId = `try-${randomUUID()}`
  let turn = 0
  let answer = await takeTurn(line, { callId, turn, caller })
  show(answer)
  for await (const typed of createInterface({ input: process.stdin })) {
    const digits = typed.trim()
    if (!keys.test(digits)) {
      process.stdout.write('A telephone has only 0-9 * #: ')
      continue
    }
    turn += 1
    answer = await takeTurn(line, { callId, turn, caller, ...(digits !== '' && { digits }) })
    show(answer)
    if (answer.expect.kind !== 'digits') break
  }
}

export const command = async (args: string[]): Promise<boolean> => {
  const { values: { caller } } = parseArgs({ args, options: { caller: { type: 'string', default: '' } } })
  if (!/^\+?\d{0,20}$/.test(caller)) throw new Error(usage)
  const line = lineOf(process.env)
  console.log(help(line))
  await call(line, caller)
  return true
}

runCommand(module, command)
