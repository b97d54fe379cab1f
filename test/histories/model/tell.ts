import { isChange, type Call } from './call'
import type { History } from './explain'

const isNamed = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/** What is told of an answer: how things stand, and never whose they are. */
const told = ['result', 'already', 'state', 'socialSecurity', 'financial', 'bankTold', 'card', 'report', 'order', 'dispute', 'receiptNumber', 'kind', 'endedBy', 'orderId', 'disputeId', 'events', 'what', 'since', 'at']

const without = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(without)
  if (!isNamed(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([name]) => told.includes(name)).map(([name, one]) => [name, without(one)]))
}

const answerOf = ({ answer, ask }: Call): string => {
  if (answer === null) return isChange(ask) ? 'no answer that counts: it may have been done, or not' : 'no answer'
  return 'code' in answer ? answer.code : JSON.stringify(without(answer.data))
}

/** Short names for what is long, the same for the same. */
const shortened = (text: string): string => {
  const names = new Map<string, string>()
  return text.replaceAll(/GS[0-9A-Z]{14}|key-\w{12}|(?<=")[\w-]{22}(\.[\w-]{22})?(?=")/g, (id) => {
    const kind = id.startsWith('GS') ? 'report' : id.startsWith('key-') ? 'key' : 'id'
    names.set(id, names.get(id) ?? `${kind}-${names.size + 1}`)
    return names.get(id) ?? id
  })
}

const line = ({ actor, ask, invoked, answered, ...call }: Call, from: number): string => {
  const { op, ...said } = ask
  const until = Number.isFinite(answered) ? `${answered - from} ms` : 'ever'
  return `  ${invoked - from} ms to ${until}  ${actor.name}: ${op} ${JSON.stringify(said)}\n      ${answerOf({ actor, ask, invoked, answered, ...call })}`
}

/** A history as it is read: when what was asked by whom, and what was answered; nothing personal. */
export const tell = ({ first, calls }: History): string => {
  const from = Math.min(...calls.map(({ invoked }) => invoked))
  const before = first.log.map(({ what }) => what).join(', ')
  const lines = [...calls].sort((a, b) => a.invoked - b.invoked).map((call) => line(call, from))
  return shortened([`  before: ${before}`, ...lines].join('\n'))
}
