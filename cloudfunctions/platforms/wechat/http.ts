import * as v from 'valibot'
import { RequestError } from '../../runtime/errors'

const reply = v.looseObject({ errcode: v.optional(v.number(), 0) })
export type Reply = v.InferOutput<typeof reply>

/** Asks WeChat's server: with a body by POST, without one by GET. */
export type Ask = (path: string, query: Readonly<Record<string, string>>, body?: object) => Promise<Reply>

const post = (body: object): RequestInit => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

/** What does not come in time, whole and readable is `busy`: it may come a moment later. The cause is not kept, since it names the address. */
export const asking = (api: string, limitMs: number): Ask => async (path, query, body) => {
  const address = `${api}${path}?${new URLSearchParams(query).toString()}`
  try {
    const answer = await fetch(address, { ...(body && post(body)), redirect: 'error', signal: AbortSignal.timeout(limitMs) })
    const said: unknown = await answer.json()
    return v.parse(reply, answer.ok ? said : null)
  } catch {
    throw new RequestError('busy')
  }
}
