import { defineFunction } from '../runtime/define-function'
import { later } from '../runtime/later'
import { acceptReissue } from './accept-reissue'
import { bankReleased } from './bank-released'
import { bankReported } from './bank-reported'
import { cardStatus } from './card-status'
import { closeDispute } from './close-dispute'
import { disputes } from './disputes'
import { events } from './events'
import { history } from './history'
import { linkGuardian } from './link-guardian'
import { releaseLoss } from './release-loss'
import { reportLoss } from './report-loss'
import { setServicePassword } from './set-service-password'
import { voice } from './voice'

/** What partners do: counters, terminals, banks, the voice line, the Tianfu Citizen Cloud, the bureau. */
export const main = defineFunction('channel', {
  cardStatus,
  history,
  reportLoss,
  releaseLoss,
  acceptReissue,
  bankReported,
  bankReleased,
  setServicePassword,
  linkGuardian,
  disputes,
  closeDispute,
  voice,
  events,
  orders: later('channel/orders'),
  rejectReissue: later('channel/rejectReissue'),
  moveOrder: later('channel/moveOrder'),
  collect: later('channel/collect'),
  receipt: later('channel/receipt'),
  activate: later('channel/activate'),
  bankActivated: later('channel/bankActivated'),
})
