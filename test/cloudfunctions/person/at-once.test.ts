import { openRecord, type TestRecord } from '../../support/record'
import { call, citizen, refused } from '../../support/record/citizen'
import { agree, grant, grantRequest, people } from '../../support/record/family'

let record: TestRecord
beforeEach(async () => { record = await openRecord() })
afterEach(() => record.close())

const count = async (from: string) => (await record.sql.query<{ count: number }>(`select count(*)::integer as count from ${from}`)).rows[0]?.count
const waiting = () => count(`pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)

/** Until so many requests wait for somebody, or one of them does not. */
const untilWaiting = async (wanted: number, request: Promise<unknown>) => {
  let ended = false
  void request.then(() => { ended = true })
  while (!ended && (await waiting()) !== wanted) await record.sql.query('select pg_stat_clear_snapshot()')
}

/** Someone else has their hands on rows meanwhile. */
const holding = async (rows: string, values: readonly unknown[], run: () => Promise<void>) => {
  await record.sql.query('begin')
  await record.sql.query(rows, [...values])
  await run()
  await record.sql.query('commit')
}

const keyOf = async ({ name, idNumber }: { name: string; idNumber: string }) => {
  const { keys } = record.services
  const { rows } = await record.sql.query<{ person_key: string }>('select person_key from person_directory where id_hash = $1', [keys.hash('idNumber', idNumber).hash])
  if (!rows[0]) throw new Error(`${name} is known`)
  return rows[0].person_key
}

test('a grant that is just being given when its holder erases is ended with the others', async () => {
  const holder = await citizen('in-use', 'wechat')
  const request = await grantRequest(holder)
  const requests: Promise<unknown>[] = []
  await holding('select from person where person_key = $1 for update', [await keyOf(people.guardian)], async () => {
    const granting = grant(holder, request)
    await untilWaiting(1, granting)
    const erasing = call('person/eraseData', {}, holder.token)
    await untilWaiting(2, erasing)
    requests.push(granting, erasing)
  })
  expect(await Promise.all(requests)).toMatchObject([{ ok: true }, { ok: true }])
  expect(await count(`proxy_grant where card_key = '${holder.cardId}' and revoked_at is null`)).toBe(0)
})

test('whoever was let go of meanwhile grants nothing more', async () => {
  const holder = await citizen('in-use', 'wechat')
  const request = await grantRequest(holder)
  let granting: ReturnType<typeof grant> | undefined
  await holding('update account set epoch = epoch + 1, person_key = null where person_key = $1', [await keyOf(people.inUse)], async () => {
    granting = grant(holder, request)
    await untilWaiting(1, granting)
  })
  if (granting) expect(await refused(granting)).toEqual({ code: 'notSignedIn', status: 401 })
  expect(await count(`proxy_grant where card_key = '${holder.cardId}'`)).toBe(0)
})

test('nor agrees to anything', async () => {
  const guardian = await citizen('guardian', 'wechat', 1)
  let agreeing: Promise<string> | undefined
  await holding('update account set epoch = epoch + 1, person_key = null where person_key = $1', [await keyOf(people.guardian)], async () => {
    agreeing = agree(guardian).then(() => 'agreed', () => 'refused')
    await untilWaiting(1, agreeing)
  })
  expect([await agreeing, await count(`consent where what = 'child'`)]).toEqual(['refused', 0])
})
