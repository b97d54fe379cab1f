import type { Call, Check } from './model/call'
import type { Asker, Fresh } from './people'
import { leavesOpen, send, sendPatiently, type Timed, type Wire } from './send'
import type { Stage } from './stage'
import { headersOf, requestOf } from './wire'

type Asked = Parameters<typeof requestOf>[2]
type Data = Readonly<Record<string, unknown>>

/** Of a list of cards the one that it is about. */
const ofCard = (data: Data, cardId: string): unknown =>
  (Array.isArray(data.cards) ? { card: data.cards.find((card: Data) => card.cardId === cardId) } : data)

const answerOf = (timed: Timed, cardId: string): Call['answer'] => {
  const { reply } = timed
  if (reply === null || leavesOpen(timed)) return null
  if (reply.ok) return { data: ofCard(reply.data, cardId) }
  const { code, details } = reply.error
  return { code, ...(details?.where && { where: details.where }) }
}

/** The ids that answers have told of, as clients know them. */
const idIn = (data: unknown, name: string): string | undefined => {
  const found = new RegExp(`"${name}":"([^"]+)"`).exec(JSON.stringify(data) ?? '')
  return found?.[1]
}

/** Writes down every call of one card, and every answer. */
export class Recorder {
  readonly calls: Call[] = []
  readonly checks: Record<string, Check> = {}
  orderId = 'no-order'
  disputeId: string | undefined
  /** How many requests went out, and how many of them to faults of ours. */
  sent = 0
  faults = 0

  constructor(readonly stage: Stage, readonly fresh: Fresh) {}

  private note(id: number, { actor }: Asker, ask: Asked, timed: Timed): Call {
    const answer = answerOf(timed, this.fresh.cardId)
    const call: Call = { id, actor, ask, invoked: timed.invoked, answered: answer === null ? Infinity : timed.answered, answer }
    this.calls.push(call)
    if (timed.reply && !timed.reply.ok && timed.reply.error.code === 'fault') this.faults += 1
    this.orderId = idIn(answer, 'orderId') ?? this.orderId
    this.disputeId = idIn(answer, 'disputeId') ?? this.disputeId
    return call
  }

  /** Each time it is sent, a partner signs it anew. */
  private signing(asker: Asker, name: Wire['name'], body: string): () => Wire {
    return () => ({ name, body, headers: headersOf(this.stage, asker, name, body) })
  }

  /** Calls once and waits for the answer, or for the cut. `body`: of a request that was sent before. */
  async call(asker: Asker, ask: Asked, how: { readonly cutAfter?: number; readonly body?: string } = {}): Promise<Call> {
    const id = (this.sent += 1)
    const { name, body } = requestOf(this.fresh, asker, ask)
    const sign = this.signing(asker, name, how.body ?? body)
    const timed = how.cutAfter === undefined ? await sendPatiently(this.stage, sign) : await send(this.stage, sign(), how.cutAfter)
    return this.note(id, asker, ask, timed)
  }

  /** The body of a request, to be sent more than once. */
  bodyOf(asker: Asker, ask: Asked): string {
    return requestOf(this.fresh, asker, ask).body
  }

  /** Ends an identity check; undefined when it is not known how it ended. */
  async complete(asker: Asker, check: string, passes: boolean): Promise<boolean | undefined> {
    this.sent += 1
    const body = JSON.stringify({ verificationId: check, sandboxResult: passes ? 'passed' : 'cancelled' })
    const name = 'session/completeVerification'
    const { reply } = await sendPatiently(this.stage, this.signing(asker, name, body))
    if (!reply?.ok) return undefined
    return reply.data.result === 'passed'
  }
}
