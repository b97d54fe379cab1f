import type { MessageTemplate } from '@/contract'
import type { Sending, Way } from '../../repository'
import type { Outcome } from '../../platforms/messengers'
import { errorForLog } from '../../runtime/log'
import type { Services } from '../../runtime/services'
import { messageOf } from './texts'

type Needs = Pick<Services, 'repository' | 'messengers' | 'config' | 'log'>
type Job = Parameters<Services['repository']['deliveries']['begin']>[0]

/** Messages that are sent at the same time: each waits for somebody else's server. */
const batch = 10

/** The ways that a template can be sent by: the platforms that have one, and SMS. */
const offeredBy = ({ messengers, config: { messages } }: Needs, refusing: ReadonlySet<Way>) => (template: MessageTemplate): readonly Way[] => {
  const ready = { wechat: messages.wechat[template] && messengers.wechat, alipay: messages.alipay[template] && messengers.alipay, sms: messengers.sms }
  return (['wechat', 'alipay', 'sms'] as const).filter((way) => ready[way] && !refusing.has(way))
}

const give = async ({ messengers }: Needs, { way, to, messageId, template, notice, cardNumber }: Sending): Promise<Outcome> => {
  const messenger = messengers[way]
  if (!messenger) throw new TypeError('a message is sent by a way that is offered')
  return messenger.send({ id: messageId, to, template, ...messageOf(notice, cardNumber) })
}

/** What is refused goes the next way; what a way says to it is for the operator, and says nothing of the person. */
const sendOne = async (needs: Needs, job: Job): Promise<void> => {
  const { repository: { deliveries }, log } = needs
  const refusing = new Set<Way>()
  let sending = await deliveries.begin(job, offeredBy(needs, refusing))
  while (sending) {
    const outcome = await give(needs, sending)
    await deliveries.settle(sending, outcome)
    const of = { operation: 'messages', code: outcome.is, reason: outcome.is === 'refused' ? outcome.why : sending.way }
    log[outcome.is === 'accepted' ? 'debug' : 'warn']({ ...of, ...(sending.requestId && { requestId: sending.requestId }) })
    if (outcome.is !== 'refused') return
    refusing.add(sending.way)
    sending = await deliveries.begin(job, offeredBy(needs, refusing))
  }
}

/** Whoever cannot be sent to just now holds up nobody else: their message is tried again once its time has run out. */
const sendSafely = async (needs: Needs, job: Job): Promise<void> => {
  try {
    await sendOne(needs, job)
  } catch (thrown) {
    needs.log.error({ operation: 'messages', code: 'fault', error: errorForLog(thrown) })
  }
}

/** Sends all whose time has come, batch by batch, and begins none more once `until` is aborted. Gives how many it was handed. */
export const sendDue = async (needs: Needs, until: AbortSignal): Promise<number> => {
  let [taken, sum] = [batch, 0]
  while (taken === batch && !until.aborted) {
    const jobs = await needs.repository.deliveries.take(batch)
    await Promise.all(jobs.map((job) => sendSafely(needs, job)))
    taken = jobs.length
    sum += taken
  }
  return sum
}
