import { defineFunction } from '../runtime/define-function'
import { activate } from './activate'
import { applicationForm } from './application-form'
import { apply } from './apply'
import { cancel } from './cancel'
import { changeAddress } from './change-address'
import { correct } from './correct'
import { options } from './options'
import { order } from './order'
import { receipt } from './receipt'
import { uploadPhoto } from './upload-photo'

/** From lost to working again: the ways to a new card, its order, its receipt, its activation. */
export const main = defineFunction('reissue', {
  options,
  uploadPhoto,
  apply,
  order,
  correct,
  cancel,
  changeAddress,
  receipt,
  applicationForm,
  activate,
})
