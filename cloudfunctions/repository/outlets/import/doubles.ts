import type { Session } from '../../import/session'

/** An outlet that stands in the file twice, by the later line and the earlier one. */
export interface Doubled {
  readonly line: number
  readonly earlier: number
}

/** Two outlets that say the same `key` within so many metres of each other. */
interface Nearness {
  readonly key: (table: string) => string
  readonly metres: number
}

const sameName: Nearness = { key: (table) => `${table}.plain_name`, metres: 100 }
const sameTrade: Nearness = { key: (table) => `${table}.kind || ' ' || coalesce(${table}.bank, '')`, metres: 5 }

const metresADegree = 111_195

/**
 * Earlier lines within reach, one for each line. Only cells beside a line's own are looked at, for a big city has thousands of one
 * trade; a cell is twice the reach high, and wide enough for it as far north as 60°.
 */
const nearbyEarlier = ({ key, metres }: Nearness) => {
  const cells = (2 * metres) / metresADegree
  const column = (table: string) => `floor(${table}.longitude / ${cells})`
  const row = (table: string) => `floor(${table}.latitude / ${cells})`
  return {
    index: `create index on staged ((${key('staged')}), (${column('staged')}), (${row('staged')}), line)`,
    find: `select s.line, n.line as earlier from staged s cross join lateral (
      select e.line from staged e where (${key('e')}) = (${key('s')}) and e.line < s.line
      and ${column('e')} = any (array[${column('s')} - 1, ${column('s')}, ${column('s')} + 1])
      and ${row('e')} between ${row('s')} - 1 and ${row('s')} + 1
      and ${metresADegree} * sqrt(power(e.latitude - s.latitude, 2) + power((e.longitude - s.longitude) * cos(radians(s.latitude)), 2)) <= ${metres}
      limit 1) n order by s.line`,
  }
}

const findNearby = async (session: Session, nearness: Nearness): Promise<Doubled[]> => {
  const { index, find } = nearbyEarlier(nearness)
  await session.query(index)
  await session.query('analyze staged')
  return session.query<Doubled>(find)
}

const repeatedIds = `delete from staged s using (
    select line, first_value(line) over (partition by outlet_id order by line) as earlier from staged) n
  where s.line = n.line and n.earlier < n.line returning s.line, n.earlier`

/** Takes out the outlets whose id came on an earlier line. */
export const removeRepeatedIds = async (session: Session): Promise<Doubled[]> =>
  (await session.query<Doubled>(repeatedIds)).sort((a, b) => a.line - b.line)

/** Takes out the outlets whose name an earlier line has, within 100 m. */
export const removeRepeatedNames = async (session: Session): Promise<Doubled[]> => {
  const doubled = await findNearby(session, sameName)
  await session.query('delete from staged where line = any ($1)', [doubled.map(({ line }) => line)])
  return doubled
}

/** Outlets that are where another of their kind and bank is, within 5 m: perhaps one outlet under two names. */
export const findSamePlaces = (session: Session): Promise<Doubled[]> => findNearby(session, sameTrade)
