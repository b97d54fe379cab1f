import type { AlipaySdk } from 'alipay-sdk'
import * as v from 'valibot'
import { RequestError } from '../../runtime/errors'
import type { AlipayConfig } from '../../runtime/platform-config'
import { PlatformFault } from '../fault'
import { postOnce, Unheard } from '../post-once'
import { isError, type Answer } from './errors'
import { openSdk } from './sdk'

/** Calls of Alipay's gateway, signed by us. */
export interface Client {
  /** The answer, which may be an error of Alipay's. Throws `busy` for none, and a PlatformFault for one that Alipay did not sign. */
  call(method: string, params: Readonly<Record<string, unknown>>): Promise<Answer>
  /** The same, sent once: the SDK itself sends again what was cut. Throws Unheard for an answer that says nothing, or was not signed by Alipay. */
  callOnce(method: string, bizContent: Readonly<Record<string, string>>): Promise<Answer>
  /** The address of a page for the phone; nothing is called. */
  page(method: string, bizContent: Readonly<Record<string, string>>): Promise<string>
}

const word = v.pipe(v.string(), v.regex(/^[\w.-]{1,64}$/))
const answer = v.looseObject({ code: v.optional(word), sub_code: v.optional(word) })
const carried = v.object({ responseDataRaw: v.pipe(v.string(), v.parseJson(), v.looseObject({ error_response: v.optional(answer) })) })

const responseName = (method: string) => `${method.replaceAll('.', '_')}_response`

/**
 * What the SDK throws quotes what was sent and what came, so none of it goes on. It finds a signature only under the method's own name:
 * for Alipay's `error_response` it finds none. Such an error is believed as it stands, since it lets nobody in; what is no error is not.
 */
const answerIn = (thrown: unknown, method: string): Answer => {
  const parsed = v.safeParse(carried, thrown)
  const { error_response: error, ...others } = parsed.success ? parsed.output.responseDataRaw : {}
  if (error && isError(error)) return error
  const came = thrown instanceof Error && 'responseDataRaw' in thrown
  if (came && !(responseName(method) in others)) throw new RequestError('busy')
  throw new PlatformFault('alipay', 'signature', 'check ALIPAY_PUBLIC_KEY and ALIPAY_PRIVATE_KEY')
}

/** The SDK waits for each piece of an answer anew, and tries a connection that was cut once more. */
const inTime = <T>(answer: Promise<T>, ms: number): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new RequestError('busy')), ms)
    void answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })

const form = { 'content-type': 'application/x-www-form-urlencoded;charset=utf-8' }

/** The part of an answer that Alipay signed, or its error as it stands. */
const signedIn = (sdk: AlipaySdk, method: string, body: string): Answer => {
  const name = responseName(method)
  const { error_response: error, [name]: own, sign } = v.parse(v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.unknown())), body)
  if (own === undefined) return v.parse(answer, error)
  sdk.checkResponseSign(body, name, v.parse(v.string(), sign), '')
  return v.parse(answer, own)
}

const heardIn = (read: () => Answer): Answer => {
  try {
    return read()
  } catch {
    throw new Unheard()
  }
}

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
    callOnce: async (method, bizContent) => {
      const opened = await sdk()
      const signed = opened.sdkExecute(method, { bizContent }, { bizContentAutoSnakeCase: false })
      const { body } = await postOnce({ url: new URL(config.gateway), headers: form, body: signed, limitMs })
      return heardIn(() => signedIn(opened, method, body))
    },
    page: async (method, bizContent) => (await sdk()).pageExecute(method, 'GET', { bizContent }),
  }
}
