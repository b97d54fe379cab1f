import pg from 'pg'

/** A statement as the record sends it. */
export interface Sent {
  readonly name?: string
  readonly text: string
  readonly values: readonly unknown[]
}

/** What comes between the record and its database: sends the statement, another one, or none. */
export type Fault = (statement: Sent, send: (statement: Sent) => Promise<pg.QueryResult>) => Promise<pg.QueryResult>

type Query = (this: pg.Pool, ...given: unknown[]) => Promise<pg.QueryResult>

const isStatement = (given: unknown): given is Sent => typeof given === 'object' && given !== null && 'text' in given && 'values' in given

/** Puts a fault between this process's records and their databases, until the mocks are restored. */
export const breakWith = (fault: Fault): void => {
  const query: Query = pg.Pool.prototype.query
  jest.spyOn(pg.Pool.prototype, 'query').mockImplementation(function (this: pg.Pool, ...given: unknown[]) {
    const [first] = given
    return isStatement(first) ? fault(first, (statement) => query.call(this, statement)) : query.apply(this, given)
  })
}

/** Somebody else's row was there first. */
const isOvertaken = (thrown: unknown): boolean => thrown instanceof Error && 'code' in thrown && thrown.code === '23505'

const isWrite = ({ name = '' }: Sent): boolean => name.startsWith('write-')
/** The answer to a write that took effect. */
const written = (): pg.QueryResult => ({ rows: [{ written: 1 }], rowCount: 1, command: 'SELECT', oid: 0, fields: [] })

/** Takes it for written where another request was first: without its guard, an update is lost. */
export const lostRace: Fault = async (statement, send) => {
  if (!isWrite(statement)) return send(statement)
  const result = await send(statement).catch((thrown: unknown) => {
    if (!isOvertaken(thrown)) throw thrown
    return written()
  })
  return result.rows[0]?.written === 0 ? written() : result
}

/** The guard itself is gone: a card is written whatever has become of it, and what stands in the way of that is let be. */
export const noGuard: Fault = (statement, send) => {
  if (!isWrite(statement)) return send(statement)
  const text = statement.text
    .replace(/ and version = (\$\d+::integer)( returning card_key| for update)/, ' and $1 is not null$2')
    .replace(/(linked as \(insert into card_event .*? as e)\)/s, '$1 on conflict do nothing)')
    .replace(/(noticed as \(insert into outbox .*? as n)\)/s, '$1 on conflict do nothing)')
  return send({ ...statement, text })
}

/** Says that it is written, and one time in nine writes nothing. */
export const lostWrite = (): Fault => {
  let writes = 0
  return async (statement, send) => {
    if (isWrite(statement)) writes += 1
    return isWrite(statement) && writes % 9 === 0 ? written() : send(statement)
  }
}

/** Forgets what was answered under which key. */
export const forgottenAnswer: Fault = (statement, send) =>
  send(isWrite(statement) ? { ...statement, text: statement.text.replace(/(kept as \(insert into idempotency select \$\d+::text, \$\d+::text, \$\d+::text,\s*)(\$\d+::text)/, '$1$2 || random()') } : statement)

/** Reads a card as somebody read it a little before. */
export const staleReading = (): Fault => {
  const before = new Map<string, Promise<pg.QueryResult>>()
  let readings = 0
  return async (statement, send) => {
    if (statement.name !== 'read-card' && statement.name !== 'find-for-partner') return send(statement)
    const place = JSON.stringify([statement.name, statement.values])
    readings += 1
    if (readings % 4 === 0 && before.has(place)) return before.get(place) ?? send(statement)
    const result = send(statement)
    before.set(place, result)
    return result
  }
}
