import * as v from 'valibot'
import { RequestError } from '../../runtime/errors'
import type { AlipayConfig } from '../../runtime/platform-config'
import type { Platform } from '../platform'
import { clientOf, type Client } from './client'
import { askFaceCheck, beginFaceCheck } from './face'
import { read } from './read'

const ids = { open_id: v.optional(v.string()), user_id: v.optional(v.string()) }

/** Newer applications are given an open_id only, older ones a user_id, some both: then the open_id, which stays when the user_id goes. */
const signIn = async (client: Client, code: string): Promise<string> => {
  const given = read(ids, await client.call('alipay.system.oauth.token', { grant_type: 'authorization_code', code }))
  const id = given.open_id ?? given.user_id
  if (!id) throw new RequestError('busy')
  return id
}

/** Alipay's server: the code of `my.getAuthCode`, and its face check, which compares the person and not whose account it is. */
export const alipayPlatform = (config: AlipayConfig, limitMs: number): Platform => {
  const client = clientOf(config, limitMs)
  return {
    signIn: (code) => signIn(client, code),
    beginCheck: (person) => beginFaceCheck(client, person),
    askCheck: (check) => askFaceCheck(client, check),
  }
}
