import { sql, type Kysely, type Migration } from 'kysely'

/*
 * A city's list of outlets is kept version by version; which one is current is said by the publications, of which the newest that has
 * begun holds. Bringing a former version back is a new publication of it. Places are WGS-84.
 */
const statements = [
  `create table outlet_version (
    city text collate "C" not null,
    version text collate "C" not null,
    imported_at bigint not null,
    outlets integer not null check (outlets > 0),
    fictional boolean not null,
    primary key (city, version)
  )`,
  `create table outlet (
    city text collate "C" not null,
    version text collate "C" not null,
    outlet_id text collate "C" not null,
    seq integer not null check (seq >= 0),
    name text not null,
    kind text not null check (kind in ('community', 'subdistrict', 'agency', 'bureau', 'bank', 'terminal', 'hospital')),
    bank text,
    district text not null,
    address text not null,
    longitude double precision not null,
    latitude double precision not null,
    phone text,
    hours json,
    holidays text check (holidays in ('open', 'closed')),
    capabilities text[] not null,
    notes text,
    source text not null,
    checked_on text not null,
    checked_by text not null,
    name_initials text not null,
    address_initials text not null,
    primary key (city, version, outlet_id),
    check ((kind = 'bank') = (bank is not null))
  )`,
  'create unique index outlet_in_order on outlet (city, version, seq)',
  `create table outlet_publication (
    city text collate "C" not null,
    seq integer not null check (seq > 0),
    version text collate "C" not null,
    current_from bigint not null,
    decided_at bigint not null,
    primary key (city, seq)
  )`,
]

/** The cities' lists of outlets, version by version. */
export const outlets: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
