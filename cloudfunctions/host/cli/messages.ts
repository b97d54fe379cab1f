import { toIso } from '@/domain/time'
import type { Deliveries, ListedDelivery } from '../../repository'
import { maskedNumber } from '../../runtime/mask'
import { runCommand, withRepository } from './command'
import { whyOf } from './message-reasons'

const usage = `Usage: npm run messages -- waiting
       npm run messages -- dead
       npm run messages -- resend ID
       npm run messages -- resend --all`

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

const resend = async (messageId: string | null): Promise<void> => {
  const again = await withDeliveries((deliveries) => deliveries.resend(messageId))
  if (again.length === 0) throw new Error(messageId === null ? 'No message is dead.' : `${messageId} is no dead message: npm run messages -- dead lists them.`)
  console.log(`In line once more: ${again.join(', ')}. What did arrive although nobody heard of it arrives a second time.`)
}

export const command = async (args: string[]): Promise<boolean> => {
  switch (args.length === 2 && args[0] === 'resend' && args[1] !== '--all' ? 'one' : args.join(' ')) {
    case 'waiting': await list(['waiting', 'sending'], 'No message waits.'); break
    case 'dead': await list(['dead'], 'No message is dead.'); break
    case 'resend --all': await resend(null); break
    case 'one': await resend(args[1] ?? ''); break
    default: throw new Error(usage)
  }
  return true
}

runCommand(module, command)
