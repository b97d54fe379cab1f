import { defineFunction } from '../runtime/define-function'
import { later } from '../runtime/later'
import { bankTold } from './bank-told'
import { get } from './get'
import { history } from './history'
import { list } from './list'
import { releaseLoss } from './release-loss'
import { reportLoss } from './report-loss'

/** Cards: what they are, what happened to them, reporting a loss and releasing it. */
export const main = defineFunction('card', {
  list, get, reportLoss, releaseLoss, bankTold, history, dispute: later('card/dispute'), setServicePassword: later('card/setServicePassword'),
})
