import type { Session } from '../../import/session'

const pageSize = 2000

/** Tells of each row of a query, page by page: what a list lacks may be more than fits in memory. */
export const eachRow = async <Row>(session: Session, query: string, values: readonly unknown[], tell: (row: Row) => void): Promise<void> => {
  await session.query(`declare found no scroll cursor for ${query}`, values)
  for (;;) {
    const rows = await session.query<Row>(`fetch ${pageSize} from found`)
    rows.forEach(tell)
    if (rows.length < pageSize) break
  }
  await session.query('close found')
}
