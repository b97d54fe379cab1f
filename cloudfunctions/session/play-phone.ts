import * as v from 'valibot'
import type { Door, VerificationResult } from '@/contract'
import type { OpenCheck } from '../repository'
import type { PlatformConfig } from '../runtime/platform-config'

/*
 * In the sandbox the servers of WeChat and Alipay are played, and with them a phone: what it would be given and shown is asked of them,
 * and everything else goes the way of a real one. The real servers have no such addresses, so that there nobody is played.
 */

const limitMs = 5_000

const originOf = (door: Door, { wechat, alipay }: PlatformConfig): string | undefined =>
  door === 'wechat' ? wechat?.api : alipay ? new URL(alipay.gateway).origin : undefined

/** What the played platform says; null when there is none, or it does not play. */
const play = async (door: Door, config: PlatformConfig, path: string, body: object): Promise<unknown> => {
  const origin = originOf(door, config)
  if (origin === undefined) return null
  const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), signal: AbortSignal.timeout(limitMs) }
  return fetch(`${origin}/play/${path}`, request).then(async (answer): Promise<unknown> => (answer.ok ? answer.json() : null), () => null)
}

const given = v.object({ code: v.string() })

/** The code that a phone gets for whoever is signed in on it; null where no phone is played. */
export const playLogin = async (door: Door, config: PlatformConfig, platformId: string): Promise<string | null> => {
  const said = v.safeParse(given, await play(door, config, 'login', { door, platformId }))
  return said.success ? said.output.code : null
}

/** A person before the phone: whether it was played, the platform's server says when it is asked how the check ended. */
export const playFace = async (door: Door, config: PlatformConfig, { ticket, url, platformId }: OpenCheck, outcome: VerificationResult): Promise<void> => {
  await play(door, config, 'face', { ticket, outcome, platformId, ...(url !== null && { url }) })
}
