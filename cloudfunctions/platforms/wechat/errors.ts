import { RequestError } from '../../runtime/errors'
import { PlatformFault } from '../fault'
import type { Reply } from './http'

/** What WeChat's error codes mean to us: a code of no one, a server to ask again, or something of ours to mend. */
const meanings: Readonly<Record<number, 'proofRefused' | 'busy' | `check ${string}`>> = {
  [-1]: 'busy',
  40001: 'check WECHAT_SECRET',
  40013: 'check WECHAT_APP_ID',
  40029: 'proofRefused',
  40125: 'check WECHAT_SECRET',
  40163: 'proofRefused',
  40164: 'check which addresses the application lets in',
  40226: 'proofRefused',
  40243: 'check WECHAT_SECRET, which is frozen',
  41002: 'check WECHAT_APP_ID',
  41004: 'check WECHAT_SECRET',
  45009: 'busy',
  45011: 'busy',
  48001: 'check what the application is permitted',
  89503: 'check which addresses the application lets in',
}

/** WeChat's own server could not take a call, or we asked too often. */
export const isBusy = (errcode: number): boolean => meanings[errcode] === 'busy'

/** An access token that is wrong, unknown, missing or out of time. */
const tokenCodes = new Set([40001, 40014, 41001, 42001])
export const isTokenRefused = ({ errcode }: Reply): boolean => tokenCodes.has(errcode)

/** A code that nobody foresaw is a fault: asking again would not mend it, and its number has to reach the operator. */
const errorOf = (errcode: number): Error => {
  const meaning = meanings[errcode] ?? 'check WeChat\'s list of errors'
  return meaning === 'proofRefused' || meaning === 'busy' ? new RequestError(meaning) : new PlatformFault('wechat', errcode, meaning)
}

/** A reply that is no error; throws what any other means. */
export const good = (reply: Reply): Reply => {
  if (reply.errcode !== 0) throw errorOf(reply.errcode)
  return reply
}
