import { parseArgs } from 'node:util'
import { toIso } from '@/domain/time'
import type { Deliveries, ListedDelivery } from '../../repository'
import { maskedNumber } from '../../runtime/mask'
import { acting, whoIn, whoOptions, whoUsage, type Who } from './act'
import { runCommand, withRepository } from './command'
import { whyOf } from './message-reasons'
import { resend as resendIn } from './resend'

const usage = `Usage: npm run messages -- waiting
       npm run messages -- dead
       npm run messages -- resend ID ${whoUsage}
       npm run messages -- resend --all ${whoUsage}`

const options = { ...whoOptions, all: { type: 'boolean', default: false } } as const

/** More than anybody reads. */
const most = 1_000

const withDeliveries = <T>(work: (deliveries: Deliveries) => Promise<T>): Promise<T> => withRepository(({ deliveries }) => work(deliveries))

const lineOf = (delivery: ListedDelivery): string => {
  const { messageId, about, cardNumber, way, tries, at, nextAt } = delivery
  const next = nextAt === null ? [] : [`next ${toIso(nextAt)}`]
  return [messageId, toIso(at), about, maskedNumber(cardNumber), ...(way ? [way] : []), `tried ${tries}×`, whyOf(delivery), ...next].join('  ')
}

const list = async (states: Parameters<Deliveries['list']>[0], none: string): Promise<void> => {
  const found = await withDeliveries((deliveries) => deliveries.list(states, most + 1))
  console.log(found.length === 0 ? none : found.slice(0, most).map(lineOf).join('\n'))
  if (found.length > most) console.log('There are more.')
}

const resend = async (messageId: string | null, who: Who): Promise<void> =>
  console.log(await acting(who, 'messages resend', messageId ?? 'all', (repository) => resendIn(repository, messageId)))

export const command = async (args: string[]): Promise<boolean> => {
  const { values: { all, ...who }, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [asked, messageId] = positionals
  switch ([asked, ...positionals.slice(1).map(() => 'ID'), ...(all ? ['--all'] : [])].join(' ')) {
    case 'waiting': await list(['waiting', 'sending'], 'No message waits.'); break
    case 'dead': await list(['dead'], 'No message is dead.'); break
    case 'resend --all': await resend(null, whoIn(who, usage)); break
    case 'resend ID': await resend(messageId ?? null, whoIn(who, usage)); break
    default: throw new Error(usage)
  }
  return true
}

runCommand(module, command)
