import { hasComeOfAge } from '@/domain/dependants'
import { bornOn } from '@/domain/id-number'
import { policyOf, type CityCode } from '@/domain/policies'
import type { Instant } from '@/domain/time'
import type { Keys } from '../../runtime/keys'
import { beginning, chain } from '../chain'
import { sealPerson } from '../person'
import { newKey, newReceiptNumber } from '../random'
import { importedAs, type ImportedState } from './imported'
import type { Session } from './session'

/** One row of a city's file that was found good in itself. */
export interface CardFileRow {
  readonly line: number
  readonly cardNumber: string
  readonly idNumber: string
  readonly name: string
  readonly phone: string
  readonly city: CityCode
  readonly issuingBank: string
  readonly issuedOn: string
  readonly state: ImportedState
  readonly guardianIdNumber: string | null
}

/** When (ms) the import runs, and when its cards enter the record. */
interface Times {
  readonly now: Instant
  readonly at: Instant
}

/** A temporary table that no other session sees and that goes with the transaction. */
export const stagingTable = `create temporary table staged (
  line integer primary key, number_hash text collate "C" not null, id_hash text collate "C" not null, guardian_hash text collate "C", is_minor boolean not null,
  hash_key_id text collate "C" not null, name_hash text not null, phone_hash text not null,
  card_key text collate "C" not null, person_key text collate "C" not null,
  sealed_number text not null, sealed_person text not null,
  city text not null, issuing_bank text not null, issued_on text not null, state text not null,
  social_life text not null, financial_life text not null, report_id text, at bigint not null, event text not null, event_hash text not null
) on commit drop`

const stagedRow = (row: CardFileRow, keys: Keys, { now, at }: Times) => {
  const [cardKey, personKey] = [newKey(), newKey()]
  const event = importedAs(row.state, newReceiptNumber, at)
  const [link] = chain(cardKey, 'import', [event], { seq: 0, hash: beginning })
  const { hash: numberHash, keyId } = keys.hash('cardNumber', row.cardNumber)
  return {
    line: row.line,
    number_hash: numberHash,
    id_hash: keys.hash('idNumber', row.idNumber).hash,
    guardian_hash: row.guardianIdNumber && keys.hash('idNumber', row.guardianIdNumber).hash,
    is_minor: !hasComeOfAge(bornOn(row.idNumber), policyOf(row.city), now),
    hash_key_id: keyId,
    name_hash: keys.hash('compare', row.name).hash,
    phone_hash: keys.hash('compare', row.phone).hash,
    card_key: cardKey,
    person_key: personKey,
    sealed_number: keys.seal(row.cardNumber, cardKey),
    sealed_person: sealPerson(keys, personKey, row),
    city: row.city,
    issuing_bank: row.issuingBank,
    issued_on: row.issuedOn,
    state: row.state,
    social_life: event.lives.socialSecurity,
    financial_life: event.lives.financial,
    report_id: event.report && event.report.id,
    at,
    event: link?.event,
    event_hash: link?.hash,
  }
}

/** Puts rows into the staging table, sealed and hashed: nothing readable reaches the server, not even there. */
export const stage = async (session: Session, keys: Keys, rows: readonly CardFileRow[], times: Times): Promise<void> => {
  const staged = JSON.stringify(rows.map((row) => stagedRow(row, keys, times)))
  await session.query('insert into staged select * from json_populate_recordset(null::staged, $1)', [staged])
}
