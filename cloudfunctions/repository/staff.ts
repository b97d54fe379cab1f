import type { CityCode } from '@/domain/policies'
import { hour, minute, type Instant } from '@/domain/time'
import type { Keys } from '../runtime/keys'
import type { StaffMember } from '../runtime/partner'
import { clock, type Database } from './database'
import { newSecret } from './random'

/** Whoever stands at an outlet's counter. */
export interface NewStaff {
  readonly staffId: string
  /** With its city before it, as on the wire. */
  readonly outletId: string
  readonly city: CityCode
  readonly passwordHash: string
}

/** A member of staff who is not disabled, before their password is asked for. */
export interface FoundStaff extends NewStaff {
  /** Has changed once their sessions count no longer. */
  readonly epoch: number
}

export interface ListedStaff extends Omit<NewStaff, 'passwordHash'> {
  readonly madeAt: Instant
  readonly disabledAt: Instant | null
}

/** Members of staff and their sessions. A session's secret is told once; what stays here is its keyed hash. */
export interface Staff {
  find(staffId: string): Promise<FoundStaff | null>
  /** What the session is known by afterwards; null where its member was disabled, or given another password, since they were found. */
  begin(found: FoundStaff): Promise<string | null>
  /** Whose session it is; null when it has ended. Coming back keeps it from ending by idleness. */
  member(credential: string): Promise<StaffMember | null>
  end(member: StaffMember): Promise<void>
  /** False where the id is taken. */
  add(member: NewStaff): Promise<boolean>
  /** Another password ends every session, as disabling does. False where there is no such member. */
  reset(staffId: string, passwordHash: string): Promise<boolean>
  disable(staffId: string): Promise<boolean>
  enable(staffId: string): Promise<boolean>
  list(): Promise<ListedStaff[]>
}

/** So long (ms) after it was last used a session ends, and so long after it began at most. */
const idle = 10 * minute
export const longestStaffSession = 12 * hour
/** That it is used is written down no oftener (ms). */
const touchEvery = minute

const find = 'select staff_id, outlet_id, city, password_hash, epoch from staff where staff_id = $1 and disabled_at is null'
const begin = `insert into staff_session (staff_id, session_hash, epoch, begun_at, seen_at)
  select staff_id, $3, epoch, t.now, t.now from staff, (select ${clock} as now) t where staff_id = $1 and epoch = $2 and disabled_at is null returning staff_id`
const member = `select m.staff_id, m.outlet_id, m.city, s.session_hash, s.seen_at, t.now
  from (select ${clock} as now) t, staff_session s join staff m on m.staff_id = s.staff_id and m.epoch = s.epoch and m.disabled_at is null
  where s.staff_id = $1 and s.session_hash = any($2::text[]) and s.ended_at is null
    and t.now < s.seen_at + ${idle} and t.now < s.begun_at + ${longestStaffSession}`
const touch = 'update staff_session set seen_at = greatest(seen_at, $3) where staff_id = $1 and session_hash = $2 and ended_at is null'
const end = `update staff_session set ended_at = ${clock} where staff_id = $1 and session_hash = $2 and ended_at is null`
const add = `insert into staff (staff_id, outlet_id, city, password_hash, made_at) values ($1, $2, $3, $4, ${clock}) on conflict do nothing returning staff_id`
const reset = 'update staff set password_hash = $2, epoch = epoch + 1 where staff_id = $1 returning staff_id'
const disable = `update staff set disabled_at = coalesce(disabled_at, ${clock}), epoch = epoch + 1 where staff_id = $1 returning staff_id`
const enable = 'update staff set disabled_at = null where staff_id = $1 returning staff_id'
const list = 'select staff_id, outlet_id, city, made_at, disabled_at from staff order by staff_id'

interface StaffRow {
  readonly staff_id: string
  readonly outlet_id: string
  readonly city: CityCode
}
interface FoundRow extends StaffRow {
  readonly password_hash: string
  readonly epoch: number
}
interface SessionRow extends StaffRow {
  readonly session_hash: string
  readonly seen_at: Instant
  readonly now: Instant
}
interface ListedRow extends StaffRow {
  readonly made_at: Instant
  readonly disabled_at: Instant | null
}

const whoIn = ({ staff_id: staffId, outlet_id: outletId, city }: StaffRow) => ({ staffId, outletId, city })

const purpose = 'staff session'
const staffIdIn = (credential: string) => credential.slice(0, Math.max(0, credential.lastIndexOf('.')))

/** Only what changes a row says that there was one. */
const changes = async ({ run }: Database, name: string, text: string, ...values: readonly string[]): Promise<boolean> =>
  (await run({ name, text, values })).length > 0

const findMember = async ({ run }: Database, keys: Keys, credential: string): Promise<StaffMember | null> => {
  const hashes = keys.hashes(purpose, credential).map(({ hash }) => hash)
  const [row] = await run<SessionRow>({ name: 'find-staff-session', text: member, values: [staffIdIn(credential), hashes] })
  if (!row) return null
  const { session_hash: sessionHash, seen_at: seenAt, now } = row
  if (now >= seenAt + touchEvery) await run({ name: 'touch-staff-session', text: touch, values: [row.staff_id, sessionHash, now] })
  return { ...whoIn(row), sessionHash }
}

export const staffIn = (database: Database, keys: Keys): Staff => ({
  find: async (staffId) => {
    const [row] = await database.run<FoundRow>({ name: 'find-staff', text: find, values: [staffId] })
    return row ? { ...whoIn(row), passwordHash: row.password_hash, epoch: row.epoch } : null
  },
  begin: async ({ staffId, epoch }) => {
    const credential = `${staffId}.${newSecret()}`
    const [row] = await database.run({ name: 'begin-staff-session', text: begin, values: [staffId, epoch, keys.hash(purpose, credential).hash] })
    return row ? credential : null
  },
  member: (credential) => findMember(database, keys, credential),
  end: async ({ staffId, sessionHash }) => void (await database.run({ name: 'end-staff-session', text: end, values: [staffId, sessionHash] })),
  add: ({ staffId, outletId, city, passwordHash }) => changes(database, 'add-staff', add, staffId, outletId, city, passwordHash),
  reset: (staffId, passwordHash) => changes(database, 'reset-staff', reset, staffId, passwordHash),
  disable: (staffId) => changes(database, 'disable-staff', disable, staffId),
  enable: (staffId) => changes(database, 'enable-staff', enable, staffId),
  list: async () => (await database.run<ListedRow>({ name: 'list-staff', text: list, values: [] }))
    .map((row) => ({ ...whoIn(row), madeAt: row.made_at, disabledAt: row.disabled_at })),
})
