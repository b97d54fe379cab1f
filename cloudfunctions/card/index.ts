import { defineFunction } from '../runtime/define-function'
import { bankTold } from './bank-told'
import { dispute } from './dispute'
import { get } from './get'
import { history } from './history'
import { list } from './list'
import { releaseLoss } from './release-loss'
import { reportLoss } from './report-loss'
import { setServicePassword } from './set-service-password'

/** Cards: what they are, what happened to them, reporting a loss and releasing it, what was not oneself, the service password. */
export const main = defineFunction('card', {
  list, get, reportLoss, releaseLoss, bankTold, history, dispute, setServicePassword,
})
