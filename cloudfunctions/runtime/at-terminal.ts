import { cardPurposes, type CheckPurpose, type OperationName } from '@/contract'
import type { Caller } from './caller'
import { RequestError } from './errors'

/**
 * What is done by whoever has put their ID card on a terminal, in the middle of a public room: their own cards, the new one that is to come, and
 * where to go. What concerns others (family, proxies), their accounts and the whole of their data is for a phone or a counter, and so are photos,
 * addresses and forms. Whether a new card is applied for, or activated, at a terminal is each city's rule, which these operations ask themselves.
 */
const doneThere: readonly OperationName[] = [
  'session/signOut', 'session/account', 'session/beginVerification', 'session/completeVerification',
  'card/list', 'card/get', 'card/reportLoss', 'card/releaseLoss', 'card/bankTold', 'card/dispute', 'card/setServicePassword', 'card/history',
  'reissue/options', 'reissue/apply', 'reissue/order', 'reissue/cancel', 'reissue/receipt', 'reissue/activate',
  'outlets/forCard',
]
export const isDoneAtTerminal = (name: OperationName): boolean => doneThere.includes(name)

/** What a check there is for. */
const checkedThere: readonly CheckPurpose[] = cardPurposes.filter((purpose) => purpose !== 'grantProxy')

/** Refuses `notAtTerminal` what is not done there, or not checked. */
export const refuseAtTerminal = ({ channel }: Pick<Caller, 'channel'>, asked: { readonly name: OperationName } | { readonly purpose: CheckPurpose }): void => {
  const isThere = 'name' in asked ? isDoneAtTerminal(asked.name) : checkedThere.includes(asked.purpose)
  if (channel === 'terminal' && !isThere) throw new RequestError('notAtTerminal')
}
