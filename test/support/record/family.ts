import type { RequestOf } from '@/contract'
import { civilDate, day } from '@/domain/time'
import { call, newKey, ok, type Citizen } from './citizen'

type Request = RequestOf<'person/grantProxy'>

/** Has a guardian agree to what is kept of their child. */
export const agree = async ({ token }: Citizen): Promise<void> => {
  const { children: [child] } = await ok(call('person/family', {}, token))
  await ok(call('person/consent', { childId: child?.childId ?? '', agreed: true, notice: '2026-11-25' }, token))
}

/** People of the demo city, as a holder would name them. */
export const people = {
  guardian: { name: '示例公民癸', idNumber: '000000199004150104' },
  inUse: { name: '示例公民甲', idNumber: '00000019850312001X' },
  locked: { name: '示例公民壬', idNumber: '000000198307300099' },
  twoCards: { name: '示例公民子', idNumber: '000000199302140123' },
} as const

/** Everything it takes for a citizen to let the demo guardian report the loss of their card, but for what is said. */
export const grantRequest = async (holder: Citizen, over: Partial<Request> = {}): Promise<Request> => ({
  cardId: holder.cardId,
  purpose: 'reportLoss',
  proxy: people.guardian,
  // tomorrow is in range on either side of a midnight
  lastDay: civilDate(Date.now() + day),
  idempotencyKey: newKey(),
  verificationId: over.verificationId ?? (await holder.check('grantProxy')),
  ...over,
})

export const grant = async (holder: Citizen, over: Partial<Request> = {}): ReturnType<typeof call<'person/grantProxy'>> =>
  call('person/grantProxy', await grantRequest(holder, over), holder.token)
