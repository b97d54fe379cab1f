import { randomBytes } from 'node:crypto'
import { checksOf, type Checks } from '../checks'
import { codesOf, type Codes } from '../codes'
import { faultsOf, type Controls } from '../controls'
import { subscriptionsOf, type Received, type Subscriptions } from '../subscriptions'
import { fieldsIn, json, type Answer, type Asked, type Said } from '../http'
import { accessTokensOf, type AccessTokens } from './access-tokens'
import { wechatError } from './errors'
import { getVerifyId, queryVerifyInfo } from './face'
import { subscribeSend } from './message'

export type WechatApi = 'jscode2session' | 'stable_token' | 'getverifyid' | 'queryverifyinfo' | 'subscribeSend'

export interface WechatControls extends Controls<WechatApi, number>, Pick<AccessTokens, 'expire' | 'spoil'> {
  /** What people received. */
  received(): readonly Received[]
}

export interface WechatServer {
  /** Undefined for a path that is not WeChat's. */
  readonly answerOf: (path: string) => Answer | undefined
  readonly codes: Codes
  readonly checks: Checks
  readonly subscriptions: Subscriptions
  readonly controls: WechatControls
}

export interface Application {
  readonly appId: string
  readonly secret: string
}

const paths: Readonly<Record<string, WechatApi>> = {
  '/sns/jscode2session': 'jscode2session',
  '/cgi-bin/stable_token': 'stable_token',
  '/cityservice/face/identify/getverifyid': 'getverifyid',
  '/cityservice/face/identify/queryverifyinfo': 'queryverifyinfo',
  '/cgi-bin/message/subscribe/send': 'subscribeSend',
}

/** The errcode of whoever asks as this application; 0 when it is the application. */
const application = ({ appId, secret }: Application, given: { appid: unknown; secret: unknown }) => {
  if (given.appid !== appId) return 40013
  return given.secret === secret ? 0 : 40125
}

const redeemErrors = { unknown: 40029, expired: 40029, used: 40163 } as const

const code2session = (own: Application, codes: Codes, { method, query }: Asked): Said => {
  if (method !== 'GET') return wechatError(43001)
  const wrong = application(own, { appid: query.get('appid'), secret: query.get('secret') })
  if (wrong !== 0) return wechatError(wrong)
  if (query.get('grant_type') !== 'authorization_code') return wechatError(40002)
  const code = query.get('js_code')
  if (!code) return wechatError(41008)
  const redeemed = codes.redeem(code)
  if (typeof redeemed === 'string') return wechatError(redeemErrors[redeemed])
  // this one API says of its JSON that it is text
  return json({ session_key: randomBytes(16).toString('base64'), openid: redeemed.platformId }, 'text/plain')
}

const stableToken = (own: Application, tokens: AccessTokens, { body }: Asked): Said => {
  const asked = fieldsIn(body)
  if (!asked) return wechatError(47001)
  if (asked.grant_type !== 'client_credential') return wechatError(40002)
  const wrong = application(own, { appid: asked.appid, secret: asked.secret })
  return wrong === 0 ? json(tokens.give(asked.force_refresh === true)) : wechatError(wrong)
}

/** WeChat's server, as far as one application uses it. `everyone`: people who never signed in here are known too. */
export const wechatServer = (own: Application, now: () => number, everyone: boolean): WechatServer => {
  const [codes, checks, tokens, faults] = [codesOf(now), checksOf(now), accessTokensOf(now), faultsOf<WechatApi, number>()]
  const subscriptions = subscriptionsOf('once', everyone)
  const knows = (openid: string) => everyone || codes.knows(openid)

  const withToken = (asked: Asked, answer: () => Said): Said => {
    const wrong = tokens.check(asked.query.get('access_token'))
    return wrong === 0 ? answer() : wechatError(wrong)
  }
  const posted = (asked: Asked, answer: () => Said): Said => (asked.method === 'POST' ? answer() : wechatError(43002))
  const answers: Readonly<Record<WechatApi, (asked: Asked) => Said>> = {
    jscode2session: (asked) => code2session(own, codes, asked),
    stable_token: (asked) => posted(asked, () => stableToken(own, tokens, asked)),
    getverifyid: (asked) => posted(asked, () => withToken(asked, () => getVerifyId(asked.body, checks, knows, now()))),
    queryverifyinfo: (asked) => posted(asked, () => withToken(asked, () => queryVerifyInfo(asked.body, checks))),
    subscribeSend: (asked) => posted(asked, () => withToken(asked, () => subscribeSend(asked.body, knows, subscriptions))),
  }
  const voice = { error: wechatError, fields: (given: object) => json(given) }
  const answerOf = (path: string): Answer | undefined => {
    const api = paths[path]
    return api && ((asked) => faults.pass(api, voice, () => answers[api](asked)))
  }
  const controls = { ...faults, expire: tokens.expire, spoil: tokens.spoil, received: subscriptions.received }
  return { answerOf, codes, checks, subscriptions, controls }
}
