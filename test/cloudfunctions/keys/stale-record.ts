import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { importCards, type CardFileRow } from '../../../cloudfunctions/repository/import'
import { openDatabase } from '../../../cloudfunctions/repository/database'
import { rotateKeys, type Rotation } from '../../../cloudfunctions/repository/rotate'
import { keysFrom, type Keys } from '../../../cloudfunctions/runtime/keys'
import { logTo } from '../../../cloudfunctions/runtime/log'
import { createDatabase } from '../../support/database'
import { idNumber } from '../../support/record/card-file'

const key = (id: string, bytes: number) => ({ id, bytes: new Uint8Array(randomBytes(bytes)) })
export const [oldData, newData, oldHash, newHash] = [key('d1', 16), key('d2', 16), key('h1', 32), key('h2', 32)]
export const before = keysFrom({ dataKeys: [oldData], hashKeys: [oldHash] })
export const during = keysFrom({ dataKeys: [newData, oldData], hashKeys: [newHash, oldHash] })
export const after = keysFrom({ dataKeys: [newData], hashKeys: [newHash] })

/** A card's row of a file, about the nth person. */
export const fileRow = (nth: number): CardFileRow => ({
  line: nth,
  cardNumber: `9902${String(nth).padStart(14, '0')}`,
  idNumber: idNumber(`${1950 + Math.floor(nth / 900)}0101`, 100 + (nth % 900)),
  name: `示例${nth}`,
  phone: '10000000001',
  city: 'chengdu',
  issuingBank: 'icbc',
  issuedOn: '2020-01-01',
  state: 'inUse',
  guardianIdNumber: null,
})

export const importRows = (connectionString: string, keys: Keys, rows: readonly CardFileRow[]) =>
  importCards(connectionString, keys, {
    batches: async function* () { yield rows },
    onBadRow: () => undefined,
    onDifference: () => undefined,
    proceed: () => true,
  })

/** A row of every other table that seals something, for the first person. */
const others = (keys: Keys): [text: string, values: string[]][] => {
  const { hash, keyId } = keys.hash('platform', 'wechat\nopenid-1')
  return [
    [`insert into account (account_key, channel, platform_hash, hash_key_id, sealed_platform_id) values ('a1', 'wechat', $1, $2, $3)`,
      [hash, keyId, keys.seal('openid-1', 'a1')]],
    [`insert into verification (subject_key, verification_id, account_key, purpose, result, begun_at, sealed_claim)
      values ('a1', 'a1.v1', 'a1', 'bind', 'begun', 1, $1)`, [keys.seal('claim', 'a1.v1')]],
    [`insert into proxy_grant (card_key, grant_id, holder_key, proxy_key, sealed_proxy, purpose, granted_at, ends_at)
      values ('c1', 'g1', 'p1', 'p2', $1, 'reportLoss', 1, 2)`, [keys.seal('proxy', 'g1')]],
    [`insert into attestation (card_key, seq, partner_id, staff, applicant, sealed_applicant) values ('c1', 2, 'p1', 's1', 'proxy', $1), ('c1', 10, 'p1', 's1', 'proxy', $2)`,
      [keys.seal('applicant 2', 'c1.2'), keys.seal('applicant 10', 'c1.10')]],
    [`insert into order_private (card_key, reissue_id, sealed_address, sealed_new_number) values ('c1', 'o1', $1, $2)`,
      [keys.seal('address', 'c1.o1'), keys.seal('new number', 'c1.o1')]],
    [`insert into photo (card_key, photo_id, sealed_photo, at) values ('c1', 'f1', $1, 1)`, [keys.seal('photo', 'c1.f1')]],
    [`insert into platform_token (platform, sealed_token, expires_at) values ('wechat', $1, 1)`, [keys.seal('token', 'platform-token:wechat')]],
    [`insert into voice_call (partner_id, call_id, turn, request_hash, sealed_state, at) values ('p1', 'call-1', 1, 'h', $1, 1)`, [keys.seal('call', 'voice-call:p1:call-1')]],
  ]
}

export interface StaleRecord {
  readonly connectionString: string
  readonly sql: pg.Client
  rotate(keys?: Keys): Promise<Rotation & { readonly lines: readonly string[] }>
  close(): Promise<void>
}

/** A record of as many people with a card as are asked for, all of it under the old keys. */
export const openStaleRecord = async (people: number): Promise<StaleRecord> => {
  const { connectionString, drop } = await createDatabase()
  const database = openDatabase(connectionString, logTo('silent'))
  const sql = new pg.Client({ connectionString })
  await sql.connect()
  await importRows(connectionString, before, Array.from({ length: people }, (_, index) => fileRow(index + 1)))
  for (const [text, values] of others(before)) await sql.query(text, values)
  const rotate = async (keys = during) => {
    const lines: string[] = []
    const onColumn = (column: string, changed: number, unreadable: number) => lines.push(`${column} ${changed} ${unreadable}`)
    return { ...(await rotateKeys(connectionString, database, keys, { onBegin: () => undefined, onChanged: () => undefined, onColumn })), lines }
  }
  const close = async () => {
    await sql.end()
    await database.pool.end()
    await drop()
  }
  return { connectionString, sql, rotate, close }
}
