import { policyOf } from '@/domain/policies'
import { formalChannels, type Outcome } from '@/domain/voice'
import type { Run } from '../../repository'
import type { EffectOf, Line } from './line'

/** Whether the password is the card's, within the transaction that keeps what comes of it. */
export const checkPassword = async (run: Run, { repository, partner, callerKey }: Line, effect: EffectOf<'checkPassword'>): Promise<Outcome> => {
  const { kind, errand, cardNumber, password } = effect
  const checked = await repository.servicePasswords.check(run, partner, { cardNumber, password, callerKey })
  if (checked.kind === 'right') return { kind, errand, came: { kind: 'right', card: { cardKey: checked.cardKey, at: checked.at } } }
  if (checked.kind === 'wrong') return { kind, errand, came: checked }
  const { cities: [city = 'national'] } = partner
  return { kind, errand, came: { ...checked, formalIn: formalChannels(policyOf(city)) } }
}
