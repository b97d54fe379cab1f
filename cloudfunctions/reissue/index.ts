import { defineFunction } from '../runtime/define-function'
import { later } from '../runtime/later'

/** From lost to working again: the ways to a new card, its order, its receipt, its activation. */
export const main = defineFunction('reissue', {
  options: later('reissue/options'),
  uploadPhoto: later('reissue/uploadPhoto'),
  apply: later('reissue/apply'),
  order: later('reissue/order'),
  correct: later('reissue/correct'),
  cancel: later('reissue/cancel'),
  changeAddress: later('reissue/changeAddress'),
  receipt: later('reissue/receipt'),
  applicationForm: later('reissue/applicationForm'),
  activate: later('reissue/activate'),
})
