import * as v from 'valibot'
import { doors, verificationResults, type Challenge, type Door, type VerificationResult } from '@/contract'
import type { AlipayServer } from './alipay'
import { fieldsIn, json, notFound, type Answer, type Asked, type Said } from './http'
import type { WechatServer } from './wechat'

/** A phone with WeChat or Alipay on it, in a person's hands: no server of theirs has this, their own program does it. */
export interface Play {
  /** What `wx.login` and `my.getAuthCode` give: a code for whoever is signed in on the phone as `platformId`. */
  login(door: Door, platformId: string): Promise<string>
  /** What `wx.requestSubscribeMessage` and `my.requestSubscribeMessage` do where it is allowed. */
  subscribe(door: Door, platformId: string, templateId: string): Promise<void>
  /** A person's face before the phone, which `platformId` is signed in on; the check's own person when nobody is named. */
  face(challenge: Challenge, outcome: VerificationResult, platformId?: string): Promise<void>
}

const type = 'application/json'
const refuse = (reason: string): Said => json({ reason }, type, 400)

const login = v.object({ door: v.picklist(doors), platformId: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)) })
const subscription = v.object({ ...login.entries, templateId: v.string() })
const face = v.object({ ticket: v.string(), outcome: v.picklist(verificationResults), url: v.optional(v.string()), platformId: v.optional(v.string()) })

type Servers = Readonly<Record<Door, WechatServer | AlipayServer>>

const playLogin = (servers: Servers, body: string): Said => {
  const asked = v.safeParse(login, fieldsIn(body))
  return asked.success ? json({ code: servers[asked.output.door].codes.issue(asked.output.platformId) }, type) : refuse('shape')
}

const playSubscribe = (servers: Servers, body: string): Said => {
  const asked = v.safeParse(subscription, fieldsIn(body))
  if (!asked.success) return refuse('shape')
  const { door, platformId, templateId } = asked.output
  servers[door].subscriptions.allow(platformId, templateId)
  return json({}, type)
}

const playFace = (wechat: WechatServer, alipay: AlipayServer, body: string): Said => {
  const asked = v.safeParse(face, fieldsIn(body))
  if (!asked.success) return refuse('shape')
  const { ticket, outcome, url, platformId } = asked.output
  const known = alipay.checks.find(ticket) !== null
  if (known && !alipay.opens(url, ticket)) return refuse('signature')
  return (known ? alipay : wechat).checks.play(ticket, outcome, platformId) ? json({}, type) : refuse('unknown')
}

export const playing = (wechat: WechatServer, alipay: AlipayServer): Answer => async ({ method, path, body }: Asked) => {
  if (method !== 'POST') return notFound
  if (path === '/play/login') return playLogin({ wechat, alipay }, body)
  if (path === '/play/subscribe') return playSubscribe({ wechat, alipay }, body)
  return path === '/play/face' ? playFace(wechat, alipay, body) : notFound
}

const ticketOf = (challenge: Challenge): { ticket: string; url?: string } => {
  if (challenge.provider === 'wechat') return { ticket: challenge.verifyId }
  if (challenge.provider === 'alipay') return { ticket: challenge.certifyId, url: challenge.url }
  throw new Error('notAsked: the sandbox asks no platform')
}

/** Plays a phone against the servers at an address. Rejects with what they find wrong. */
export const playAt = (address: string): Play => {
  const post = async (path: string, body: object): Promise<Record<string, unknown>> => {
    const answer = await fetch(`${address}${path}`, { method: 'POST', headers: { 'content-type': type }, body: JSON.stringify(body) })
    const said = fieldsIn(await answer.text()) ?? {}
    if (!answer.ok) throw new Error(`notPlayed: ${String(said.reason)}`)
    return said
  }
  return {
    login: async (door, platformId) => String((await post('/play/login', { door, platformId })).code),
    subscribe: async (door, platformId, templateId) => void (await post('/play/subscribe', { door, platformId, templateId })),
    face: async (challenge, outcome, platformId) => void (await post('/play/face', { ...ticketOf(challenge), outcome, platformId })),
  }
}
