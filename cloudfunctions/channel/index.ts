import { defineFunction } from '../runtime/define-function'
import { acceptReissue } from './accept-reissue'
import { activate } from './activate'
import { applicationForm } from './application-form'
import { bankActivated } from './bank-activated'
import { bankReleased } from './bank-released'
import { bankReported } from './bank-reported'
import { cancelOrder } from './cancel-order'
import { cardStatus } from './card-status'
import { changeAddress } from './change-address'
import { closeDispute } from './close-dispute'
import { collect } from './collect'
import { correctOrder } from './correct-order'
import { disputes } from './disputes'
import { events } from './events'
import { history } from './history'
import { linkGuardian } from './link-guardian'
import { moveOrder } from './move-order'
import { orderPhoto } from './order-photo'
import { orders } from './orders'
import { receipt } from './receipt'
import { rejectReissue } from './reject-reissue'
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
  orders,
  rejectReissue,
  correctOrder,
  cancelOrder,
  changeAddress,
  orderPhoto,
  moveOrder,
  collect,
  receipt,
  applicationForm,
  activate,
  bankActivated,
})
