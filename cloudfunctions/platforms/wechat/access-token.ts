import * as v from 'valibot'
import type { NewToken, PlatformTokens } from '../../repository/platform-token'
import type { WechatConfig } from '../../runtime/platform-config'
import { isTokenRefused } from './errors'
import type { Ask, Reply } from './http'
import { read } from './read'

/** Makes a call with our access token; when WeChat refuses the token, once more with another. */
export type WithToken = (call: (token: string) => Promise<Reply>) => Promise<Reply>

const stableToken = async (ask: Ask, { appId, secret }: WechatConfig, force: boolean): Promise<NewToken> => {
  const body = { grant_type: 'client_credential', appid: appId, secret, force_refresh: force }
  const given = read({ access_token: v.string(), expires_in: v.number() }, await ask('/cgi-bin/stable_token', {}, body))
  return { token: given.access_token, lifeSeconds: given.expires_in }
}

/** Force is allowed twenty times a day: it is used only where WeChat still gives the very token that it refuses. */
const newToken = async (ask: Ask, config: WechatConfig, refused: string | undefined): Promise<NewToken> => {
  const given = await stableToken(ask, config, false)
  return given.token === refused ? stableToken(ask, config, true) : given
}

export const withAccessToken = (ask: Ask, config: WechatConfig, tokens: PlatformTokens): WithToken => {
  const token = (refused?: string) => tokens.token('wechat', () => newToken(ask, config, refused), refused)
  return async (call) => {
    const first = await token()
    const reply = await call(first)
    return isTokenRefused(reply) ? call(await token(first)) : reply
  }
}
