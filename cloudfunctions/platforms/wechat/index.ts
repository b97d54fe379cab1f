import * as v from 'valibot'
import type { PlatformTokens } from '../../repository/platform-token'
import type { WechatConfig } from '../../runtime/platform-config'
import type { Platform } from '../platform'
import { withAccessToken } from './access-token'
import { askFaceCheck, beginFaceCheck } from './face'
import { asking, type Ask } from './http'
import { read } from './read'

const signIn = async (ask: Ask, { appId, secret }: WechatConfig, code: string): Promise<string> => {
  const query = { appid: appId, secret, js_code: code, grant_type: 'authorization_code' }
  return read({ openid: v.string() }, await ask('/sns/jscode2session', query)).openid
}

/** WeChat's server: `code2session`, and its face check 2.0, which cannot be called through the cloud. */
export const wechatPlatform = (config: WechatConfig, tokens: PlatformTokens, limitMs: number): Platform => {
  const ask = asking(config.api, limitMs)
  const withToken = withAccessToken(ask, config, tokens)
  return {
    signIn: (code) => signIn(ask, config, code),
    beginCheck: (person, openid) => beginFaceCheck(ask, withToken, person, openid),
    askCheck: (check) => askFaceCheck(ask, withToken, check),
  }
}
