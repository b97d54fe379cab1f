import type { SmsConfig } from '../runtime/message-config'
import { outcomeOf, refused, type Messenger, type Outcome, type Outgoing } from './messenger'
import { postOnce, type Heard } from './post-once'

/** What may be asked again: too many at once is certainly not taken, and a server's fault says nothing of what it did before. */
const meaningOf = ({ status }: Heard): Outcome => {
  if (status >= 200 && status < 300) return { is: 'accepted' }
  if (status === 429) return { is: 'busy' }
  return status === 408 || status >= 500 ? { is: 'unknown' } : refused(`sms:${status}`)
}

/** An SMS by the provider behind SMS_URL. It takes the same id once, so that it can be asked again. */
export const smsMessenger = ({ url, token }: SmsConfig, limitMs: number): Messenger => ({
  send: ({ id, to, sms }: Outgoing) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'idempotency-key': id }
    return outcomeOf(postOnce({ url: new URL(url), headers, body: JSON.stringify({ id, phone: to, text: sms }), limitMs }), meaningOf)
  },
})
