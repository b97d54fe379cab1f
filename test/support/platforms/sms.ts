import { randomBytes } from 'node:crypto'
import { faultsOf, type Controls } from './controls'
import { fieldsIn, json, type Answer } from './http'

export interface ReceivedSms {
  readonly id: string
  readonly phone: string
  readonly text: string
}

export interface SmsControls extends Controls<'sms', number> {
  /** What phones received, each once. */
  received(): readonly ReceivedSms[]
}

const type = 'application/json'
const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** A provider of SMS as docs/messages.md asks for one: the same id is taken once. */
export const smsServer = (): { readonly token: string; readonly answer: Answer; readonly controls: SmsControls } => {
  const token = randomBytes(16).toString('hex')
  const faults = faultsOf<'sms', number>()
  const taken = new Map<string, ReceivedSms>()
  const voice = { error: (status: number) => json({}, type, status), fields: (given: object) => json(given, type) }
  const answer: Answer = async ({ method, body, header }) => {
    const { id, phone, text } = fieldsIn(body) ?? {}
    return faults.pass('sms', voice, () => {
      if (header('authorization') !== `Bearer ${token}`) return voice.error(401)
      if (method !== 'POST' || !isText(id) || !isText(phone) || !isText(text) || header('idempotency-key') !== id) return voice.error(400)
      if (!taken.has(id)) taken.set(id, { id, phone, text })
      return json({}, type, 202)
    })
  }
  return { token, answer, controls: { ...faults, received: () => [...taken.values()] } }
}
