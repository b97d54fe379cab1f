import { checksOf, type Checks } from '../checks'
import { codesOf, type Codes } from '../codes'
import { faultsOf, type Controls } from '../controls'
import { subscriptionsOf, type Received, type Subscriptions } from '../subscriptions'
import { fieldsIn, type Answer, type Asked, type Said } from '../http'
import { errorFields, type AlipayError } from './errors'
import type { AlipayKeys } from './keys'
import { alipayApis, alipayMethods, type AlipayApi, type Desk, type GivenIds } from './methods'
import { isSigned, signedAnswer, signedPart, type Params } from './signing'

export interface AlipayControls extends Controls<AlipayApi, AlipayError> {
  /** Which ids of a person whoever signs in is given from now on; the open_id alone otherwise. */
  give(ids: GivenIds): void
  /** What people received. */
  received(): readonly Received[]
}

export interface AlipayServer {
  readonly answerOf: (path: string) => Answer | undefined
  readonly codes: Codes
  readonly checks: Checks
  readonly subscriptions: Subscriptions
  readonly controls: AlipayControls
  /** Whether the phone may open this address: it was signed by the application, for this very check. */
  opens(url: string | undefined, certifyId: string): boolean
}

const gateway = '/gateway.do'
const paramsOf = ({ query, body }: Pick<Asked, 'query' | 'body'>): Params => Object.fromEntries([...query, ...new URLSearchParams(body)])
const responseName = (method: string) => `${method.replaceAll('.', '_')}_response`

const opens = (url: string | undefined, certifyId: string, appId: string, keys: AlipayKeys): boolean => {
  if (url === undefined || !URL.canParse(url)) return false
  const { pathname, searchParams } = new URL(url)
  const params = paramsOf({ query: searchParams, body: '' })
  const asked = fieldsIn(params.biz_content ?? '')?.certify_id
  const fits = pathname === gateway && params.method === 'alipay.user.certify.open.certify' && params.app_id === appId && asked === certifyId
  return fits && isSigned(params, keys.application.publicKey)
}

/** Alipay's gateway, as far as one application uses it: requests signed by the application, answers signed by Alipay. */
export const alipayServer = (appId: string, keys: AlipayKeys, now: () => number, everyone: boolean): AlipayServer => {
  const subscriptions = subscriptionsOf('forAll', everyone)
  const desk: Desk = { codes: codesOf(now), checks: checksOf(now), subscriptions, now, ids: 'open_id' }
  const faults = faultsOf<AlipayApi, AlipayError>()
  const say = (name: string, fields: object): Said => signedAnswer(name, fields, keys.platform.privateKey)
  const said = (method: string, fields: Readonly<Record<string, unknown>>): Said =>
    // what is wrong with a sign-in comes under another name, as it always has
    say(method === 'alipay.system.oauth.token' && fields.code !== undefined ? 'error_response' : responseName(method), fields)

  const answer: Answer = async (asked) => {
    const params = paramsOf(asked)
    const api = alipayApis.find((one) => one === params.method)
    if (asked.method !== 'POST' || !api) return say('error_response', errorFields('isv.invalid-method'))
    const voice = { error: (error: AlipayError) => said(api, errorFields(error)), fields: (given: Readonly<Record<string, unknown>>) => said(api, given) }
    return faults.pass(api, voice, () => {
      if (params.app_id !== appId) return voice.error('isv.invalid-app-id')
      // it quotes what was sent, with the person in it
      if (!isSigned(params, keys.application.publicKey)) return say(responseName(api), errorFields('isv.invalid-signature', signedPart(params)))
      return said(api, alipayMethods[api](desk, params))
    })
  }
  return {
    answerOf: (path) => (path === gateway ? answer : undefined),
    codes: desk.codes,
    checks: desk.checks,
    subscriptions,
    controls: { ...faults, give: (ids) => void (desk.ids = ids), received: subscriptions.received },
    opens: (url, certifyId) => opens(url, certifyId, appId, keys),
  }
}
