import type { Session } from './session'

/** A row that cannot be taken, by its line and reason. It never holds what the row says. */
export interface BadRow {
  readonly line: number
  readonly reason: 'duplicateCard' | 'guardianUnknown' | 'tooManyWards'
}

const duplicates = `delete from staged s using (select line, row_number() over (partition by number_hash order by line) as nth from staged) n
  where s.line = n.line and n.nth > 1 returning s.line`

const withoutGuardian = `delete from staged s where guardian_hash is not null
  and not exists (select from person_directory d where d.id_hash = s.guardian_hash and d.hash_key_id = s.hash_key_id)
  and not exists (select from staged g where g.id_hash = s.guardian_hash) returning line`

const remove = async (session: Session, text: string, reason: BadRow['reason']): Promise<BadRow[]> => {
  const rows = await session.query<{ line: number }>(text)
  return rows.map(({ line }) => ({ line, reason })).sort((a, b) => a.line - b.line)
}

/** Takes out the rows whose card number came on an earlier line. */
export const removeDuplicates = (session: Session): Promise<BadRow[]> => remove(session, duplicates, 'duplicateCard')

/** Takes out the rows whose guardian neither the record nor another row knows, again until none is left: a guardian may have one too. */
export const removeGuardianless = async (session: Session): Promise<BadRow[]> => {
  const removed = await remove(session, withoutGuardian, 'guardianUnknown')
  return removed.length === 0 ? removed : [...removed, ...(await removeGuardianless(session))]
}
