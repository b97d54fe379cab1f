import type { Met, PlatformChallenge } from './face-check'
import { partOf } from './whereabouts'

/** WeChat says so in words when someone leaves: `requestFacialVerify:fail cancel`. */
const saidBy = (cause: unknown): Met => (/cancel/i.test(String(partOf(cause, 'errMsg'))) ? 'cancelled' : 'unsure')

/** WeChat's check of a face against a name and a number; a WeChat older than base library 3.8.12 has none. */
export const meetChallenge = (challenge: PlatformChallenge): Promise<Met> =>
  new Promise((resolve) => {
    if (challenge.provider !== 'wechat' || !wx.requestFacialVerify) return resolve('unsupported')
    const { verifyId } = challenge
    wx.requestFacialVerify({ verifyId, success: () => resolve('finished'), fail: (cause) => resolve(saidBy(cause)) })
  })
