import type { OperationName, Proof, RequestOf, SignedIn } from '@/contract'
import { minute } from '@/domain/time'
import { newKioskId, newReadablePassword } from '../../../cloudfunctions/repository'
import { kioskCookie } from '../../../cloudfunctions/runtime/cookies'
import { ok, send, type Answer, type Sent, type TestRecord } from '.'
import { newKey } from './citizen'
import { cityOf } from './partner'

/** What is agreed to at a terminal, unless it is said. */
export const notice = '2026-11-25'
/** What a reader reads of an ID card. */
export type IdCard = Omit<Extract<Proof, { kind: 'terminal' }>, 'kind' | 'notice'>
type Task = 'reportLoss' | 'releaseLoss'

/** A browser that is a terminal. */
export interface TestKiosk {
  readonly kioskId: string
  readonly outletId: string
  /** The cookie's pair. */
  readonly cookie: string
  /** As its browser sends it from our own page. */
  call<Name extends OperationName>(name: Name, request: RequestOf<Name>, token?: string): Promise<Answer<Name>>
  signIn(card: IdCard, notice?: string): Promise<Answer<'session/signIn'>>
  /** Somebody whose ID card the reader has read. */
  putOn(card: IdCard): Promise<AtKiosk>
}

/** Somebody before a terminal, who has signed in there. */
export interface AtKiosk extends SignedIn {
  call<Name extends OperationName>(name: Name, request: RequestOf<Name>): Promise<Answer<Name>>
  /** A whole check, by the cards that the reader has read. */
  check(purpose: Task | 'setPassword' | 'reissue' | 'activate', cardId: string, readCard?: string): Promise<string>
  /** What came of it: done, already, or why not. */
  act(task: Task, cardId: string, readCard?: string): Promise<string>
}

/** A code for a terminal that is to stand in an outlet, good for so long (ms). */
export const codeFor = async ({ services }: Pick<TestRecord, 'services'>, outletId = 'chengdu.wuhou-terminal', lasts = 30 * minute) => {
  const [kioskId, code] = [newKioskId(), newReadablePassword()]
  await services.repository.kiosks.add({ kioskId, outletId, city: cityOf(outletId) }, code, lasts)
  return { kioskId, code }
}

/** The cookie that an answer sets, with all it says of it; an empty text where it sets none. */
export const deviceCookie = ({ headers }: Pick<Sent<OperationName>, 'headers'>): string =>
  [headers['set-cookie'] ?? []].flat().find((text) => text.startsWith(`${kioskCookie}=`)) ?? ''

export const fromKiosk = <Name extends OperationName>(cookie: string, name: Name, request: RequestOf<Name>, token?: string): Promise<Answer<Name>> =>
  send(name, request, { cookie, 'sec-fetch-site': 'same-origin', ...(token !== undefined && { authorization: `Bearer ${token}` }) })

const standing = (kiosk: Pick<TestKiosk, 'call'>, signedIn: SignedIn): AtKiosk => {
  const call: AtKiosk['call'] = (name, request) => kiosk.call(name, request, signedIn.token)
  const check: AtKiosk['check'] = async (purpose, cardId, readCard) => {
    const { verificationId } = await ok(call('session/beginVerification', { subject: { purpose, cardId } }))
    await ok(call('session/completeVerification', { verificationId, ...(readCard !== undefined && { readCard }) }))
    return verificationId
  }
  const act: AtKiosk['act'] = async (task, cardId, readCard) => {
    const answer = await call(`card/${task}`, { cardId, verificationId: await check(task, cardId, readCard), idempotencyKey: newKey() })
    if (!answer.ok) return answer.error.code
    return answer.data.already ? 'already' : 'done'
  }
  return { ...signedIn, call, check, act }
}

/** A terminal that was just enrolled. */
export const enrolledKiosk = async (record: Pick<TestRecord, 'services'>, outletId = 'chengdu.wuhou-terminal'): Promise<TestKiosk> => {
  const { kioskId, code } = await codeFor(record, outletId)
  const [cookie = ''] = deviceCookie(await send('session/enrolKiosk', { code })).split(';')
  const call: TestKiosk['call'] = (name, request, token) => fromKiosk(cookie, name, request, token)
  const signIn: TestKiosk['signIn'] = (card, agreed = notice) => call('session/signIn', { proof: { kind: 'terminal', ...card, notice: agreed } })
  return { kioskId, outletId, cookie, call, signIn, putOn: async (card) => standing({ call }, await ok(signIn(card))) }
}
