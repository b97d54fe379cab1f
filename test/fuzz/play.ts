import { signed } from '../support/record/partner'
import { ask } from './ask'
import type { RequestInput } from './input'
import type { People } from './people'
import { isRefused, operationAt, wrongIn } from './properties'
import { kept, type Stage } from './stage'
import { bytesOf, exchange, written, type Came } from './wire'

/** After these whoever asked is no longer who they were. */
const endings: readonly (string | undefined)[] = ['session/signOut', 'session/unbind', 'session/bind', 'person/eraseData', 'counter/signOut']

/** The body with its words looked up; a word that was spoilt stays as it is. */
const lookedUp = async (people: People, input: RequestInput): Promise<string> => {
  let { body } = input
  for (const [found = '', word = ''] of body.matchAll(/%(card|child|grant|message|refresh|order|key|check\.[A-Za-z]+)%/g)) body = body.replace(found, await people.lookUp(word, input))
  return body
}

const signaturesOf = (stage: Stage, { caller, method, path }: RequestInput, body: Buffer): Readonly<Record<string, string>> => {
  if (caller !== 'partner' && caller !== 'bank') return {}
  return signed(stage[caller], 'channel/events', body.toString(), { method, path: path.split(/[?#]/, 1)[0] ?? '' })
}

/** Somebody else asks meanwhile, and is answered. */
const meanwhile = async ({ address }: Stage): Promise<string[]> => {
  const { status } = await ask(address, 'outlets/banks', { city: 'chengdu' })
  return status === 200 ? [] : [`another caller was answered ${status} meanwhile`]
}

export interface Played {
  readonly came: Came
  readonly wrong: readonly string[]
}

/** Sends one input as it says, while somebody else asks, and looks at what comes of it. */
export const play = async (stage: Stage, people: People, input: RequestInput): Promise<Played> => {
  const body = bytesOf(await lookedUp(people, input), input.encoding)
  const headers = { ...(await people.headersOf(input)), ...signaturesOf(stage, input, body) }
  const before = await kept(stage)
  const [came, others] = await Promise.all([exchange(stage.address, written(input, headers, body), input), meanwhile(stage)])
  const after = isRefused(came) ? await kept(stage) : before
  const changed = after === before ? [] : [`what was refused has changed the record: ${before} became ${after}`]
  if (!isRefused(came) && endings.includes(operationAt(input))) people.forget(input)
  return { came, wrong: [...wrongIn(input, came), ...others, ...changed] }
}
