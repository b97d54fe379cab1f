import type { AlipaySdk } from 'alipay-sdk'
import * as v from 'valibot'
import { RequestError } from '../../runtime/errors'
import type { AlipayConfig } from '../../runtime/platform-config'
import { PlatformFault } from '../fault'
import { isError, type Answer } from './errors'
import { openSdk } from './sdk'

/** Calls of Alipay's gateway, signed by us. */
export interface Client {
  /** The answer, which may be an error of Alipay's. Throws `busy` for none, and a PlatformFault for one that Alipay did not sign. */
  call(method: string, params: Readonly<Record<string, unknown>>): Promise<Answer>
  /** The address of a page for the phone; nothing is called. */
  page(method: string, bizContent: Readonly<Record<string, string>>): Promise<string>
}

const word = v.pipe(v.string(), v.regex(/^[\w.-]{1,64}$/))
const answer = v.looseObject({ code: v.optional(word), sub_code: v.optional(word) })
const carried = v.object({ responseDataRaw: v.pipe(v.string(), v.parseJson(), v.looseObject({ error_response: v.optional(answer) })) })

/**
 * What the SDK throws quotes what was sent and what came, so none of it goes on. It finds a signature only under the method's own name:
 * for Alipay's `error_response` it finds none. Such an error is believed as it stands, since it lets nobody in; what is no error is not.
 */
const answerIn = (thrown: unknown, method: string): Answer => {
  const parsed = v.safeParse(carried, thrown)
  const { error_response: error, ...others } = parsed.success ? parsed.output.responseDataRaw : {}
  if (error && isError(error)) return error
  const came = thrown instanceof Error && 'responseDataRaw' in thrown
  if (came && !(`${method.replaceAll('.', '_')}_response` in others)) throw new RequestError('busy')
  throw new PlatformFault('alipay', 'signature', 'check ALIPAY_PUBLIC_KEY and ALIPAY_PRIVATE_KEY')
}

/** The SDK waits for each piece of an answer anew, and tries a connection that was cut once more. */
const inTime = <T>(answer: Promise<T>, ms: number): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new RequestError('busy')), ms)
    void answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })

/** Nothing is loaded, and no key is read, before the first call. */
export const clientOf = (config: AlipayConfig, limitMs: number): Client => {
  let opened: Promise<AlipaySdk> | undefined
  const sdk = () => (opened ??= openSdk(config, limitMs))
  return {
    call: async (method, params) => {
      const asked = (await sdk()).exec(method, { ...params }, { validateSign: true }).catch((thrown: unknown) => answerIn(thrown, method))
      const given = await inTime(asked, 2 * limitMs)
      const parsed = v.safeParse(answer, given)
      if (!parsed.success) throw new RequestError('busy')
      return parsed.output
    },
    page: async (method, bizContent) => (await sdk()).pageExecute(method, 'GET', { bizContent }),
  }
}
