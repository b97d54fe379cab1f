import { resend as resendOne } from '../resend'
import { word, type Deed } from './deed'

/** Puts a notice that could not be sent in line once more. */
export const resend: Deed = {
  usage: 'resend MESSAGE       a notice that is dead goes in line once more; npm run messages -- dead lists them',
  words: [1],
  subject: async (given) => word(given, 0),
  run: (_given, repository, messageId) => resendOne(repository, messageId),
}
