import { randomBytes } from 'node:crypto'
import type { OperationName } from '@/contract'
import { main as card } from '../../cloudfunctions/card'
import { main as channel } from '../../cloudfunctions/channel'
import { main as counter } from '../../cloudfunctions/counter'
import { main as outlets } from '../../cloudfunctions/outlets'
import { main as person } from '../../cloudfunctions/person'
import { main as reissue } from '../../cloudfunctions/reissue'
import type { HttpAnswer } from '../../cloudfunctions/runtime/errors'
import { openServices, provideServices } from '../../cloudfunctions/runtime/services'
import { tokensFrom } from '../../cloudfunctions/runtime/tokens'
import { main as session } from '../../cloudfunctions/session'
import { openRecord, type TestRecord } from '../support/record'
import { citizen, newKey, ok, call, type Citizen } from '../support/record/citizen'
import { agree, grant, people } from '../support/record/family'
import { enrolledKiosk } from '../support/record/kiosk'
import { signInAs } from '../support/record/person'
import { visitor, type Visitor } from '../support/record/visitor'

const mains = { card, channel, counter, outlets, person, reissue, session }

export interface Sent {
  readonly status: number
  readonly body: string
  readonly code: string
}

/** Sends anything to an operation, with any headers, as a host does. */
export const send = async (name: OperationName, request: unknown, headers: Record<string, string> = {}): Promise<Sent> => {
  const [of] = name.split('/') as [keyof typeof mains]
  const rawBody = JSON.stringify(request)
  const httpContext = { url: `/${name}`, httpMethod: 'POST', headers: { 'content-type': 'application/json', ...headers }, rawBody }
  const { statusCode: status, body } = (await mains[of](request, { httpContext })) as HttpAnswer
  const reply = JSON.parse(body) as { ok: boolean; error?: { code: string } }
  return { status, body, code: reply.ok ? 'ok' : (reply.error?.code ?? '') }
}

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

/** Someone whose things others are after: a guardian with a card, a child, a proxy, a passed check for everything. */
export interface Victim extends Citizen {
  readonly childId: string
  readonly grantId: string
  readonly messageId: string
  readonly checks: Readonly<Record<'reportLoss' | 'releaseLoss' | 'grantProxy' | 'setPassword' | 'reissue' | 'activate' | 'exportData', string>>
  readonly refreshToken: string
}

/** Something that the victim was told. */
const messageTo = async ({ services }: TestRecord, of: Citizen): Promise<string> => {
  await ok(of.report())
  await ok(of.release())
  await services.repository.told.tellDue()
  const { messages: [newest] } = await ok(call('person/inbox', {}, of.token))
  return newest?.messageId ?? ''
}

const victim = async (record: TestRecord): Promise<Victim> => {
  const guardian = await citizen('guardian', 'wechat')
  await agree(guardian)
  const { children: [child] } = await ok(call('person/family', {}, guardian.token))
  const { grant: given } = await ok(grant(guardian, { proxy: { ...people.inUse } }))
  const { verificationId } = await ok(call('session/beginVerification', { subject: { purpose: 'exportData' } }, guardian.token))
  await ok(call('session/completeVerification', { verificationId, sandboxResult: 'passed' }, guardian.token))
  const [reportLoss, releaseLoss] = [await guardian.check('reportLoss'), await guardian.check('releaseLoss')]
  const [grantProxy, setPassword] = [await guardian.check('grantProxy'), await guardian.check('setPassword')]
  const [reissue, activate] = [await guardian.check('reissue'), await guardian.check('activate')]
  const { refreshToken } = await ok(call('session/signIn', { proof: { kind: 'sandbox', citizen: 'guardian', door: 'wechat' } }))
  const checks = { reportLoss, releaseLoss, grantProxy, setPassword, reissue, activate, exportData: verificationId }
  return { ...guardian, messageId: await messageTo(record, guardian), childId: child?.childId ?? '', grantId: given.grantId, checks, refreshToken }
}

export interface Stage {
  readonly record: TestRecord
  readonly victim: Victim
  /** A token of another citizen's, on an account of its own, since an account that guesses too often is not listened to. */
  stranger(): Promise<string>
  /** The same of someone who was the victim's proxy, until the grant was taken back. */
  former(): Promise<string>
  readonly unbound: Visitor
  /** Tokens of the victim's account that are none: what is wrong with each, and the token. */
  readonly bad: Readonly<Record<'garbled' | 'expired' | 'forged' | 'earlier' | 'elsewhere', string>>
  /** The same record in a process that is no sandbox. */
  outsideSandbox<T>(run: () => Promise<T>): Promise<T>
}

const badTokens = async ({ services: { config, tokens } }: TestRecord, { token }: Victim): Promise<Omit<Stage['bad'], 'earlier' | 'elsewhere'>> => {
  const caller = await tokens.read(token)
  if (!caller) throw new Error('the victim is not signed in')
  const [current] = config.sessionKeys
  const issue = (keys: typeof config.sessionKeys, now: number) => tokensFrom({ sessionKeys: keys }, () => now).issue(caller)
  const forged = await issue([{ id: current?.id ?? '', bytes: new Uint8Array(randomBytes(32)) }], Date.now())
  const expired = await issue(config.sessionKeys, Date.now() - 3_600_000)
  return { garbled: `${token.slice(0, -4)}AAAA`, expired: expired.token, forged: forged.token }
}

/** The victim's own account at the other door, let go of since. */
const earlierToken = async (): Promise<string> => {
  const { token } = await citizen('guardian', 'alipay')
  await ok(call('session/unbind', {}, token))
  return token
}

/** The victim's own before a terminal, which counts there alone. */
const terminalToken = async (record: TestRecord): Promise<string> => (await (await enrolledKiosk(record)).putOn(people.guardian)).token

const proxy = { name: '示例公民丙', idNumber: '00000019910909003X' }
const makeAndEndGrant = async (of: Victim): Promise<void> => {
  const { grant: given } = await ok(grant(of, { proxy, idempotencyKey: newKey() }))
  await ok(call('person/revokeProxy', { cardId: of.cardId, grantId: given.grantId }, of.token))
}

export const openStage = async (): Promise<Stage> => {
  const record = await openRecord()
  const person = await victim(record)
  await makeAndEndGrant(person)
  const { services } = record
  const someone = async (idNumber: string) => (await signInAs(record, idNumber)) ?? ''
  const outside = openServices({ ...services.config, sandbox: false })
  return {
    record,
    victim: person,
    stranger: () => someone(people.locked.idNumber),
    former: () => someone(proxy.idNumber),
    unbound: await visitor(record, 'wechat'),
    bad: { ...(await badTokens(record, person)), earlier: await earlierToken(), elsewhere: await terminalToken(record) },
    outsideSandbox: async (run) => {
      provideServices(outside)
      return run().finally(() => provideServices(services))
    },
  }
}
