import { cardExamples } from './card'
import { channelExamples } from './channel'
import { counterExamples } from './counter'
import { outletsExamples } from './outlets'
import { personExamples } from './person'
import { reissueExamples } from './reissue'
import { sessionExamples } from './session'

/** A good request and a good answer of every operation, full to the brim: what is shown, and what tests send. */
export const examples = {
  ...sessionExamples, ...personExamples, ...cardExamples, ...reissueExamples, ...outletsExamples, ...channelExamples, ...counterExamples,
}
