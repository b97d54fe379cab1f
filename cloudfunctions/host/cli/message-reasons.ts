import type { ListedDelivery } from '../../repository'

/** What a reason means, and what there is to do. A platform's own number stands for itself: docs/messages.md. */
const reasons: Readonly<Record<string, string>> = {
  busy: 'the other side was away or had too much to do',
  unknown: 'it may have arrived: the answer was lost',
  interrupted: 'a process ended before it could be sent',
  notSubscribed: 'nothing more was allowed to be sent there',
}

const waiting = (state: ListedDelivery['state']): string => (state === 'sending' ? 'it is being sent' : 'it is in line')

/** Why a message was not sent yet, or will not be. */
export const whyOf = ({ reason, state }: Pick<ListedDelivery, 'reason' | 'state'>): string => {
  if (reason === null) return waiting(state)
  return reasons[reason] ?? `refused with ${reason}: see what is set up there`
}
