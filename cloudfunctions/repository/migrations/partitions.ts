import { sql, type Kysely, type Migration } from 'kysely'

/*
 * Every row of a card lies in the same part of each of these tables, found by its key alone. A part is cleaned, indexed and moved by
 * itself; a statement about one card reads one part of each. Four hold a city or a province: each further one costs every statement,
 * since a prepared plan locks them all.
 */
const parts = 4
export const partitioned: Readonly<Record<string, string>> = {
  card: 'card_key', loss_report: 'card_key', bank_told: 'card_key', card_event: 'card_key', reissue: 'card_key', dispute: 'card_key',
  attestation: 'card_key', idempotency: 'card_key', outbox: 'card_key', order_private: 'card_key', photo: 'card_key', card_relay: 'card_key',
  audit_leaf: 'card_key', verification: 'subject_key',
}

interface Made {
  readonly indexes: readonly string[]
  readonly constraints: readonly string[]
  readonly triggers: readonly string[]
  readonly options: string | null
}

/** Its indexes, keys and triggers as statements that make them again under their names, and how full its pages are to be. */
const madeOf = async (db: Kysely<unknown>, table: string): Promise<Made> => {
  const { rows: [made] } = await sql<Made>`select
    array(select pg_get_indexdef(i.indexrelid) from pg_index i where i.indrelid = c.oid
      and not exists (select from pg_constraint k where k.conindid = i.indexrelid)) as indexes,
    array(select format('alter table %I add constraint %I %s', c.relname, k.conname, pg_get_constraintdef(k.oid))
      from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u')) as constraints,
    array(select pg_get_triggerdef(t.oid) from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal) as triggers,
    array_to_string(c.reloptions, ', ') as options
    from pg_class c where c.oid = ${table}::regclass`.execute(db)
  if (!made) throw new Error(`there is no table ${table}`)
  return made
}

const everyPart = <Result>(of: (part: number) => Result): Result[] => Array.from({ length: parts }, (_, part) => of(part))

/** A trigger of the whole is not one of its parts, which can be named too; one that collects rows can be of the whole alone. */
const triggersFor = (table: string, trigger: string): string[] =>
  /\breferencing\b/i.test(trigger) ? [trigger] : [trigger, ...everyPart((part) => trigger.replace(`.${table} `, `.${table}_${part} `))]

const split = async (db: Kysely<unknown>, table: string, key: string): Promise<void> => {
  const { indexes, constraints, triggers, options } = await madeOf(db, table)
  const filled = options ? ` with (${options})` : ''
  const statements = [
    `alter table ${table} rename to ${table}_whole`,
    `create table ${table} (like ${table}_whole including all excluding indexes) partition by hash (${key})`,
    ...everyPart((part) => `create table ${table}_${part} partition of ${table} for values with (modulus ${parts}, remainder ${part})${filled}`),
    `insert into ${table} select * from ${table}_whole`,
    `drop table ${table}_whole`,
    ...constraints,
    ...indexes,
    ...triggers.flatMap((trigger) => triggersFor(table, trigger)),
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
}

/** The tables of a card in parts, by the card's key. */
export const partitions: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const [table, key] of Object.entries(partitioned)) await split(db, table, key)
  },
}
