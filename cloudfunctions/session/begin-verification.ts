import { refuseAtTerminal } from '../runtime/at-terminal'
import { defineOperation } from '../runtime/define-operation'
import { RequestError } from '../runtime/errors'
import { beginByCard } from './read-cards'

/**
 * Begins an identity check of the person acting at the platform they are calling from, for one purpose and card; at a terminal it goes by
 * the ID card that was read. Refuses whoever may not act for the card before any check; `verificationRefused` at a platform that is not set
 * up, `notAtTerminal` for what no terminal does.
 */
export const beginVerification = defineOperation('session/beginVerification', async ({ subject }, { caller, platforms, repository }) => {
  refuseAtTerminal(caller, subject)
  const { channel } = caller
  const platform = channel === 'terminal' ? null : platforms[channel]
  if (channel !== 'terminal' && !platform) throw new RequestError('verificationRefused')
  const check = await repository.verifications.prepare(caller, subject)
  const begun = platform ? await platform.beginCheck(check.person, check.platformId) : beginByCard(caller)
  const verificationId = await repository.verifications.keep(caller, check, begun)
  return { verificationId, challenge: caller.played ? { provider: 'sandbox' as const } : begun.challenge }
})
