import { RequestError } from '../../runtime/errors'
import { PlatformFault } from '../fault'

/** The part of a reply that says whether it is an error; a reply for signing in has no code when all is well. */
export interface Answer {
  readonly code?: string | undefined
  readonly sub_code?: string | undefined
}

const fine = '10000'
export const isError = ({ code }: Answer): boolean => code !== undefined && code !== fine

/** Alipay's service is away (20000), or we asked too often (40005). */
const busyCodes = ['20000', '40005']
export const isAway = ({ code = '' }: Answer): boolean => busyCodes.includes(code)

/** What went wrong inside Alipay: what was asked for may have been done. */
const inside = /^(isp|aop)\.|^SYSTEM_ERROR$/
export const isUnsure = ({ code = '', sub_code: subCode = code }: Answer): boolean => inside.test(subCode)

/** `isp.` and `aop.` name what went wrong on Alipay's side; `isv.` what is wrong with an application, or with the code it was given. */
const meanings: readonly (readonly [pattern: RegExp, meaning: 'proofRefused' | 'busy' | `check ${string}`])[] = [
  [/^isv\.code-/, 'proofRefused'],
  [inside, 'busy'],
  [/^isv\.(invalid|missing)-signature/, 'check ALIPAY_PRIVATE_KEY'],
  [/^isv\.(invalid|missing)-app-id$/, 'check ALIPAY_APP_ID'],
  [/permissions$/, 'check what the application is permitted'],
]

/** What an error of Alipay's means to us. One that nobody foresaw is a fault: asking again would not mend it. */
export const errorOf = (answer: Answer): Error => {
  if (isAway(answer)) return new RequestError('busy')
  const { code = '', sub_code: subCode = code } = answer
  const meaning = meanings.find(([pattern]) => pattern.test(subCode))?.[1] ?? 'check Alipay\'s list of errors'
  return meaning === 'proofRefused' || meaning === 'busy' ? new RequestError(meaning) : new PlatformFault('alipay', subCode, meaning)
}
