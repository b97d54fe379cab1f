import type { Keys } from '../../runtime/keys'
import type { Run } from '../database'
import { openPerson } from '../person'
import type { ConsentTable, SessionTable, VerificationTable } from '../schema'
import { ofPerson, rowsOf } from './of-person'

export type OwnSession = Pick<SessionTable, 'begun_at' | 'expires_at' | 'ended_at'>
export type OwnCheck = Pick<VerificationTable, 'purpose' | 'result' | 'provider' | 'begun_at' | 'completed_at' | 'used_at'>
/** `childName`, where a guardian agreed for a child, is clear: mask it. */
export type OwnConsent = Pick<ConsentTable, 'what' | 'notice' | 'given_at' | 'withdrawn_at'> & { readonly childName: string | null }

const sessions = `${ofPerson} select begun_at, expires_at, ended_at from ${rowsOf.session.table} t where ${rowsOf.session.where} order by begun_at`
const checks = `${ofPerson} select purpose, result, provider, begun_at, completed_at, used_at from ${rowsOf.identityCheck.table} t
  where ${rowsOf.identityCheck.where} order by begun_at`
const consents = `select t.what, t.notice, t.given_at, t.withdrawn_at, p.person_key as child_key, p.sealed_person from consent t
  left join person p on p.person_key = t.subject_key and t.what = 'child' where t.person_key = $1 order by t.given_at`
const guardians = `select p.person_key, p.sealed_person from guardianship w join person p on p.person_key = w.guardian_key where w.ward_key = $1`

export const allSessions = (run: Run, personKey: string): Promise<OwnSession[]> =>
  run<OwnSession>({ name: 'all-sessions', text: sessions, values: [personKey] })

export const allChecks = (run: Run, personKey: string): Promise<OwnCheck[]> =>
  run<OwnCheck>({ name: 'all-checks', text: checks, values: [personKey] })

interface ConsentRow extends Omit<OwnConsent, 'childName'> {
  readonly child_key: string | null
  readonly sealed_person: string | null
}

export const allConsents = async (run: Run, keys: Keys, personKey: string): Promise<OwnConsent[]> => {
  const rows = await run<ConsentRow>({ name: 'all-consents', text: consents, values: [personKey] })
  return rows.map(({ child_key: key, sealed_person: sealed, ...consent }) =>
    ({ ...consent, childName: key !== null && sealed !== null ? openPerson(keys, key, sealed).name : null }))
}

/** The names of those in whose care a person is, clear: mask them. */
export const guardiansOf = async (run: Run, keys: Keys, personKey: string): Promise<string[]> => {
  const rows = await run<{ person_key: string; sealed_person: string }>({ name: 'guardians', text: guardians, values: [personKey] })
  return rows.map(({ person_key: key, sealed_person: sealed }) => openPerson(keys, key, sealed).name)
}
