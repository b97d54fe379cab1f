import { randomUUID } from 'node:crypto'
import * as v from 'valibot'
import { replyOf, type DataOf, type RequestOf } from '@/contract'
import { channelOperations } from '@/contract/channel'
import { signatureOf } from '../../runtime/signature'

/** Where the line is, and as whom one calls it. */
export interface PhoneLine {
  readonly api: string
  readonly partnerId: string
  readonly secret: string
}

const path = '/channel/voice'
const reply = replyOf(channelOperations['channel/voice'].data)

const headersOf = ({ partnerId, secret }: PhoneLine, body: string) => {
  const [timestamp, nonce] = [String(Math.floor(Date.now() / 1000)), randomUUID()]
  const signature = signatureOf({ secret, method: 'POST', path, timestamp, nonce, body })
  return { 'content-type': 'application/json', 'x-channel-id': partnerId, 'x-timestamp': timestamp, 'x-nonce': nonce, 'x-signature': signature }
}

/** How often one turn is sent: where no answer came it may have counted, and the same turn again counts nothing twice. */
const tries = 3

/** One turn, signed as a voice platform does. Throws a sentence where there is no answer, or a refusal. */
export const takeTurn = async (line: PhoneLine, request: RequestOf<'channel/voice'>): Promise<DataOf<'channel/voice'>> => {
  const body = JSON.stringify(request)
  for (let trial = 1; ; trial += 1) {
    const response = await fetch(`${line.api}${path}`, { method: 'POST', headers: headersOf(line, body), body }).catch(() => null)
    if (!response && trial === tries) throw new Error(`Nothing answers at ${line.api}: start the service with npm start, or set API.`)
    const answer = response && v.parse(reply, await response.json())
    if (answer?.ok) return answer.data
    if (answer && (answer.error.code !== 'busy' || trial === tries)) throw new Error(`${answer.error.code}: ${answer.error.message}`)
  }
}
