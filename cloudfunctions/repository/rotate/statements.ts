import { nameOf, type KeyedColumn } from './columns'

const listOf = (key: readonly string[], of: string) => key.map((column) => `${of}.${column}`).join(', ')
const marks = (from: number, count: number, type: string) => Array.from({ length: count }, (_, index) => `$${from + index}::${type}`).join(', ')
const typeOf = (column: string) => (column === 'seq' ? 'integer' : 'text')
const marksOf = (from: number, key: readonly string[]) => key.map((column, index) => `$${from + index}::${typeOf(column)}`).join(', ')
const texts = (key: readonly string[]) => key.map((column) => `t.${column}::text`).join(', ')

/**
 * The rows after a key, of which only those come back that stand under another key than the current one. Values: the current key's
 * id, the row's key.
 */
export const pageOf = (column: KeyedColumn) => {
  const { table, key, keyId, join, source, sourceKey, channel, batch } = column
  return {
    name: `page ${nameOf(column)}`,
    text: `with page as materialized (
        select array[${texts(key)}] as key, t.${column.column} as was, ${keyId} as under, ${source} as source, ${sourceKey} as source_key,
          ${channel} as channel, row_number() over (order by ${listOf(key, 't')}) as nth
        from ${table} t ${join} where (${listOf(key, 't')}) > (${marksOf(2, key)}) order by ${listOf(key, 't')} limit ${batch})
      select (select key from page order by nth desc limit 1) as last,
        (select json_agg(page) from page where under <> $1 and source is not null) as stale`,
  }
}

/** Two rows of one thing, under the old key and the new one: both stay, and the count of what is left tells. */
const notTaken = ({ table, column }: KeyedColumn, keyId: string) =>
  `where not exists (select from ${table} d where d.${column} = n.anew and d.hash_key_id = ${keyId})`

/**
 * Only a row that says what was read is changed; one that someone holds is left for the next round, so that nobody waits for anybody.
 * Values: a list for each column of the row's key, what was read, what is to stand there; for a hash, the current key's id.
 */
export const writeOf = (of: KeyedColumn) => {
  const { table, column, key, kind } = of
  const names = key.map((_, index) => `k${index}`)
  const same = names.map((name, index) => `t.${key[index]} = n.${name}::${typeOf(key[index] ?? '')}`).join(' and ')
  const keyId = `$${key.length + 3}::text`
  return {
    name: `turn ${nameOf(of)}`,
    text: `with free as (
        select t.tableoid as part, t.ctid as place, n.anew from unnest(${marks(1, key.length + 2, 'text[]')}) as n(${names.join(', ')}, was, anew)
        join ${table} t on ${same} and t.${column} = n.was ${kind === 'hash' ? notTaken(of, keyId) : ''} for no key update of t skip locked)
      update ${table} t set ${column} = free.anew ${kind === 'hash' ? `, hash_key_id = ${keyId}` : ''} from free where t.ctid = free.place and t.tableoid = free.part returning 1`,
  }
}

/** How many rows stand under each key. */
export const countOf = ({ table, column, keyId }: KeyedColumn): string =>
  `select ${keyId} as under, count(*)::integer as count from ${table} t where t.${column} is not null group by 1`
