import { randomUUID } from 'node:crypto'
import type { cardPurposes, DataOf, Door, VerificationResult } from '@/contract'
import { call, ok, refused } from '.'

type DemoId = DataOf<'session/demoCitizens'>['citizens'][number]['id']
type CardPurpose = (typeof cardPurposes)[number]

/** A citizen of the demo city who has signed in at a door, with what a phone would do for them. */
export interface Citizen {
  readonly token: string
  readonly cardId: string
  check(purpose: CardPurpose, result?: VerificationResult): Promise<string>
  report(over?: Partial<Verified>): ReturnType<typeof call<'card/reportLoss'>>
  release(over?: Partial<Verified>): ReturnType<typeof call<'card/releaseLoss'>>
  state(): Promise<string>
}

interface Verified {
  readonly cardId: string
  readonly verificationId: string
  readonly idempotencyKey: string
}

export const newKey = (): string => randomUUID()

/** Signs in; `which` chooses among the cards listed. */
export const citizen = async (id: DemoId, door: Door, which = 0): Promise<Citizen> => {
  const { token } = await ok(call('session/signIn', { proof: { kind: 'sandbox', citizen: id, door } }))
  const { cards } = await ok(call('card/list', {}, token))
  const cardId = cards[which]?.cardId ?? ''
  const check = async (purpose: CardPurpose, sandboxResult: VerificationResult = 'passed') => {
    const { verificationId } = await ok(call('session/beginVerification', { subject: { purpose, cardId } }, token))
    await ok(call('session/completeVerification', { verificationId, sandboxResult }, token))
    return verificationId
  }
  const verified = async (purpose: CardPurpose, over: Partial<Verified>): Promise<Verified> =>
    ({ cardId, idempotencyKey: newKey(), verificationId: over.verificationId ?? (await check(purpose)), ...over })
  return {
    token,
    cardId,
    check,
    report: async (over = {}) => call('card/reportLoss', await verified('reportLoss', over), token),
    release: async (over = {}) => call('card/releaseLoss', await verified('releaseLoss', over), token),
    state: async () => (await ok(call('card/get', { cardId }, token))).card.socialSecurity.state,
  }
}

export { call, ok, refused }
