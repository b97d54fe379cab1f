import type { DataOf, Door, PhoneSaid, SignedIn, Subject, VerificationResult } from '@/contract'
import { call, ok, type TestRecord } from '.'

type Person = Pick<Extract<Subject, { purpose: 'bind' }>, 'name' | 'idNumber'>

/** The demo citizen whose accounts are nobody's yet; the record knows them, and a card of theirs. */
export const newcomer: Person = { name: '示例公民卯', idNumber: '000000199404160168' }

/** Somebody with a phone, signed in at a platform as they really are: whose the account is, we may not know. */
export interface Visitor extends SignedIn {
  readonly platformId: string
  begin(subject: Subject): Promise<DataOf<'session/beginVerification'>>
  /** A whole check, by a face before the phone. */
  check(subject: Subject, outcome?: VerificationResult): Promise<string>
  bind(person?: Person): ReturnType<typeof call<'session/bind'>>
}

export const notice = '2026-11-25'
const seen: Readonly<Record<VerificationResult, PhoneSaid>> = { passed: 'finished', failed: 'finished', cancelled: 'cancelled', pending: 'unsure' }

let visitors = 0

/** Signs in; without a platform id as somebody who has never come before. */
export const visitor = async ({ platforms }: TestRecord, door: Door, platformId = `visitor-${++visitors}`): Promise<Visitor> => {
  const code = await platforms.play.login(door, platformId)
  const signedIn = await ok(call('session/signIn', { proof: { kind: door, code } }))
  const { token } = signedIn
  const begin = (subject: Subject) => ok(call('session/beginVerification', { subject }, token))
  const check = async (subject: Subject, outcome: VerificationResult = 'passed') => {
    const { verificationId, challenge } = await begin(subject)
    await platforms.play.face(challenge, outcome, platformId)
    await ok(call('session/completeVerification', { verificationId, phone: seen[outcome] }, token))
    return verificationId
  }
  const bind = async (person = newcomer) => call('session/bind', { verificationId: await check({ purpose: 'bind', ...person }), notice }, token)
  return { ...signedIn, platformId, begin, check, bind }
}
