import { reissueOperations, type ReissueOperationName } from '@/contract/reissue'
import type { Named } from '../asked'

const of = <Name extends ReissueOperationName>(name: Name): Named<Name> => ({ name, ...reissueOperations[name] })

/** From lost to working again, as its pages ask for it: `useQuestion(reissue.options, …)`, `useChange(reissue.apply)`. */
export const reissue = {
  options: of('reissue/options'),
  uploadPhoto: of('reissue/uploadPhoto'),
  apply: of('reissue/apply'),
  order: of('reissue/order'),
  correct: of('reissue/correct'),
  cancel: of('reissue/cancel'),
  changeAddress: of('reissue/changeAddress'),
  receipt: of('reissue/receipt'),
  applicationForm: of('reissue/applicationForm'),
  activate: of('reissue/activate'),
} as const
