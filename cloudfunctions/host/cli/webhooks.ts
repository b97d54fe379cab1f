import { parseArgs } from 'node:util'
import { toIso } from '@/domain/time'
import { webhookUrl } from '../../jobs/webhooks/url'
import type { Webhook, Webhooks } from '../../repository'
import { runCommand, withRepository } from './command'

const usage = `Usage: npm run webhooks -- set PARTNER URL [--private-network]
       npm run webhooks -- remove PARTNER
       npm run webhooks -- replay PARTNER --from POSITION
       npm run webhooks -- list`

const options = { 'private-network': { type: 'boolean', default: false }, from: { type: 'string' } } as const

const withWebhooks = <T>(work: (webhooks: Webhooks) => Promise<T>): Promise<T> => withRepository(({ webhooks }) => work(webhooks))

const set = async (partnerId: string, text: string, privateNetwork: boolean): Promise<void> => {
  const url = webhookUrl(text, privateNetwork).href
  const position = await withWebhooks((webhooks) => webhooks.set(partnerId, url, privateNetwork))
  if (position === null) throw new Error(`There is no partner ${partnerId}, or it has no leave for events.`)
  console.log(`${partnerId} is told at ${url} what comes after position ${position}. For what came before: npm run webhooks -- replay ${partnerId} --from 0`)
}

const remove = async (partnerId: string): Promise<void> => {
  if (!(await withWebhooks((webhooks) => webhooks.remove(partnerId)))) throw new Error(`${partnerId} has no webhook.`)
  console.log(`${partnerId} is told nothing any more; it can still ask for events.`)
}

const replay = async (partnerId: string, from: string | undefined): Promise<void> => {
  if (from === undefined || !/^\d{1,15}$/.test(from)) throw new Error('--from is a position: what came after it is sent again, with 0 everything.')
  if (!(await withWebhooks((webhooks) => webhooks.replay(partnerId, Number(from)))))
    throw new Error(`${partnerId} has no webhook, or was not told as much as that yet: nothing is passed over.`)
  console.log(`${partnerId} is told again what came after position ${from}.`)
}

const lineOf = ({ partnerId, url, privateNetwork, position, failingSince, lastFailure }: Webhook): string => [
  partnerId, url, ...(privateNetwork ? ['private network'] : []), `position ${position}`,
  ...(failingSince === null ? [] : [`failing since ${toIso(failingSince)}: ${lastFailure}`]),
].join('  ')

const list = async (): Promise<void> => {
  const webhooks = await withWebhooks((found) => found.list())
  console.log(webhooks.length === 0 ? 'No partner has a webhook.' : webhooks.map(lineOf).join('\n'))
}

export const command = async (args: string[]): Promise<boolean> => {
  const { values, positionals: [command, ...given] } = parseArgs({ args, options, allowPositionals: true })
  const [partnerId = '', url = ''] = given
  switch (`${command} ${given.length}`) {
    case 'set 2': await set(partnerId, url, values['private-network']); break
    case 'remove 1': await remove(partnerId); break
    case 'replay 1': await replay(partnerId, values.from); break
    case 'list 0': await list(); break
    default: throw new Error(usage)
  }
  return true
}

runCommand(module, command)
