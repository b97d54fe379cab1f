import type { Keys } from '../../runtime/keys'

/** A number with China's code in front is the same telephone as without. */
const plainNumber = (caller: string): string => caller.replace(/^(?:\+|00)86(?=\d)/, '').replace('+', '')

/** Under what a caller's wrong passwords are counted: the telephone, in any call; one that withholds its number the call alone. */
export const callerKeyOf = (keys: Keys, caller: string, callKey: string): string => {
  const number = plainNumber(caller)
  return number === '' ? `call.${callKey}` : keys.hash('tries', `caller ${number}`).hash
}
