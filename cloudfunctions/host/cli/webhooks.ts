import { parseArgs } from 'node:util'
import { toIso } from '@/domain/time'
import { webhookUrl } from '../../jobs/webhooks/url'
import type { Webhook } from '../../repository'
import { acting, whoIn, whoOptions, whoUsage, type Who } from './act'
import { runCommand, withRepository } from './command'

const usage = `Usage: npm run webhooks -- set PARTNER URL [--private-network] ${whoUsage}
       npm run webhooks -- remove PARTNER ${whoUsage}
       npm run webhooks -- replay PARTNER --from POSITION ${whoUsage}
       npm run webhooks -- list`

const options = { ...whoOptions, 'private-network': { type: 'boolean', default: false }, from: { type: 'string' } } as const

/** Of an address the trail has the name alone: a path may be a secret. */
const set = async (partnerId: string, text: string, privateNetwork: boolean, who: Who): Promise<void> => {
  const { href: url, host } = webhookUrl(text, privateNetwork)
  const subject = [partnerId, host, ...(privateNetwork ? ['private network'] : [])].join(' ')
  const position = await acting(who, 'webhooks set', subject, ({ webhooks }) => webhooks.set(partnerId, url, privateNetwork))
  if (position === null) throw new Error(`There is no partner ${partnerId}, or it has no leave for events.`)
  console.log(`${partnerId} is told at ${url} what comes after position ${position}. For what came before: npm run webhooks -- replay ${partnerId} --from 0`)
}

const remove = async (partnerId: string, who: Who): Promise<void> => {
  if (!(await acting(who, 'webhooks remove', partnerId, ({ webhooks }) => webhooks.remove(partnerId)))) throw new Error(`${partnerId} has no webhook.`)
  console.log(`${partnerId} is told nothing any more; it can still ask for events.`)
}

const replay = async (partnerId: string, from: string | undefined, who: Who): Promise<void> => {
  if (from === undefined || !/^\d{1,15}$/.test(from)) throw new Error('--from is a position: what came after it is sent again, with 0 everything.')
  if (!(await acting(who, 'webhooks replay', `${partnerId} from ${from}`, ({ webhooks }) => webhooks.replay(partnerId, Number(from)))))
    throw new Error(`${partnerId} has no webhook, or was not told as much as that yet: nothing is passed over.`)
  console.log(`${partnerId} is told again what came after position ${from}.`)
}

const lineOf = ({ partnerId, url, privateNetwork, position, failingSince, lastFailure }: Webhook): string => [
  partnerId, url, ...(privateNetwork ? ['private network'] : []), `position ${position}`,
  ...(failingSince === null ? [] : [`failing since ${toIso(failingSince)}: ${lastFailure}`]),
].join('  ')

const list = async (): Promise<void> => {
  const webhooks = await withRepository((repository) => repository.webhooks.list())
  console.log(webhooks.length === 0 ? 'No partner has a webhook.' : webhooks.map(lineOf).join('\n'))
}

export const command = async (args: string[]): Promise<boolean> => {
  const { values, positionals: [command, ...given] } = parseArgs({ args, options, allowPositionals: true })
  const [partnerId = '', url = ''] = given
  switch (`${command} ${given.length}`) {
    case 'set 2': await set(partnerId, url, values['private-network'], whoIn(values, usage)); break
    case 'remove 1': await remove(partnerId, whoIn(values, usage)); break
    case 'replay 1': await replay(partnerId, values.from, whoIn(values, usage)); break
    case 'list 0': await list(); break
    default: throw new Error(usage)
  }
  return true
}

runCommand(module, command)
