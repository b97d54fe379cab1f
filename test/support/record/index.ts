import pg from 'pg'
import * as v from 'valibot'
import { replyOf, type DataOf, type ErrorCode, type OperationName, type Reply, type RequestOf } from '@/contract'
import { operations } from '@/contract/operations'
import { main as card } from '../../../cloudfunctions/card'
import { main as channel } from '../../../cloudfunctions/channel'
import { main as counter } from '../../../cloudfunctions/counter'
import { main as outlets } from '../../../cloudfunctions/outlets'
import { main as person } from '../../../cloudfunctions/person'
import { main as reissue } from '../../../cloudfunctions/reissue'
import type { Config } from '../../../cloudfunctions/runtime/config'
import type { HttpAnswer } from '../../../cloudfunctions/runtime/errors'
import { openServices, provideServices, type Services } from '../../../cloudfunctions/runtime/services'
import { main as session } from '../../../cloudfunctions/session'
import { createDatabase, type Template } from '../database'
import { startPlatforms, type Platforms } from '../platforms'
import { demoCity } from './demo-city'
import { demoKeys } from './demo-keys'
import { testConfig } from './keys'

export const mains = { card, channel, counter, outlets, person, reissue, session }

export type Answer<Name extends OperationName> = Reply<DataOf<Name>> & { readonly status: number }
/** With the headers that came with it. */
export type Sent<Name extends OperationName> = Answer<Name> & Pick<HttpAnswer, 'headers'>

const isHttp = (answer: unknown): answer is HttpAnswer => typeof answer === 'object' && answer !== null && 'statusCode' in answer

/** What came over the wire, which must be of the contract's shape and hold nothing beside it. */
const exact = (name: OperationName, body: string): unknown => {
  const reply: unknown = JSON.parse(body)
  expect(v.parse(replyOf<v.GenericSchema>(operations[name].data), reply)).toEqual(reply)
  return reply
}

/** Calls an operation of the real functions as a host does, over HTTP's form, with these headers and from this address. */
export const send = async <Name extends OperationName>(
  name: Name, request: RequestOf<Name>, over: Readonly<Record<string, string>> = {}, address?: string,
): Promise<Sent<Name>> => {
  const [of] = name.split('/') as [keyof typeof mains]
  const headers = { 'content-type': 'application/json', ...over }
  const httpContext = { url: `/${name}`, httpMethod: 'POST', headers, rawBody: JSON.stringify(request), ...(address && { address }) }
  const answer = await mains[of](request, { httpContext })
  if (!isHttp(answer)) throw new Error('expected an answer over HTTP')
  return { ...(exact(name, answer.body) as Reply<DataOf<Name>>), headers: answer.headers, status: answer.statusCode }
}

/** The same as somebody with a phone, who shows a token. */
export const call = async <Name extends OperationName>(name: Name, request: RequestOf<Name>, token?: string): Promise<Answer<Name>> => {
  const answer = await send(name, request, token ? { authorization: `Bearer ${token}` } : {})
  return answer.ok ? { ok: true, data: answer.data, status: answer.status } : { ok: false, error: answer.error, status: answer.status }
}

/** The data of an answer that must be a good one. */
export const ok = async <Name extends OperationName>(answer: Promise<Answer<Name>>): Promise<DataOf<Name>> => {
  const given = await answer
  if (!given.ok) throw new Error(`expected an answer, got ${JSON.stringify(given.error)}`)
  return given.data
}

/** The code, status and details of an answer that must be a refusal. */
export const refused = async (answer: Promise<Answer<OperationName>>): Promise<{ code: ErrorCode; status: number; where?: readonly string[] }> => {
  const given = await answer
  if (given.ok) throw new Error('expected a refusal, got an answer')
  const { code, details } = given.error
  return { code, status: given.status, ...(details?.where && { where: details.where }) }
}

export interface TestRecord {
  readonly services: Services
  readonly connectionString: string
  /** A connection beside the repository's, to arrange what a rule cannot (an earlier time) and to look at rows. */
  readonly sql: pg.Client
  /** WeChat's and Alipay's servers, and the phones that they know. */
  readonly platforms: Platforms
  close(): Promise<void>
}

const openOn = async (over: Partial<Config>, template?: Template): Promise<TestRecord> => {
  const [database, platforms] = await Promise.all([createDatabase(template), startPlatforms()])
  const { connectionString } = database
  const services = openServices(testConfig(connectionString, { ...platforms.config, ...over }))
  const sql = new pg.Client({ connectionString })
  await sql.connect()
  const close = async () => {
    await sql.end()
    await services.repository.close()
    await platforms.close()
    await database.drop()
  }
  return { services, connectionString, sql, platforms, close }
}

/** A record of a test's own with nothing in it. */
export const openEmptyRecord = (over: Partial<Config> = {}): Promise<TestRecord> => openOn(over)

/** A record of a test's own with the demo city in it, under the run's keys; the functions of this process work on it. */
export const openRecord = async (over: Omit<Partial<Config>, 'dataKeys' | 'hashKeys'> = {}): Promise<TestRecord> => {
  const record = await openOn({ ...over, ...demoKeys() }, demoCity)
  provideServices(record.services)
  return record
}
