import { civilDate, day, daysAfter } from '@/domain/time'
import { openServices, provideServices } from '../../../cloudfunctions/runtime/services'
import { openRecord, type TestRecord } from '../../support/record'
import { cardFile, idNumber, row } from '../../support/record/card-file'
import { call, citizen, newKey, ok, refused, type Citizen } from '../../support/record/citizen'
import { grant, grantRequest, people } from '../../support/record/family'
import { importFile } from '../../support/record/import-file'
import { becomes, holderOf, signInAs, today } from '../../support/record/person'

// many requests, on a machine that may be busy
jest.setTimeout(60_000)

let record: TestRecord
let holder: Citizen
beforeEach(async () => {
  record = await openRecord()
  holder = await citizen('in-use', 'wechat')
})
afterEach(() => record.close())

const familyOf = async (token: string) => ok(call('person/family', {}, token))
const guardianToken = async () => (await citizen('guardian', 'wechat')).token
/** Whom the demo guardian acts for, but for the grant that the demo city begins with. */
const actedFor = async (token: string) => (await familyOf(token)).actingFor.filter(({ cardId }) => cardId === holder.cardId)

const countGrants = async () => {
  const { rows } = await record.sql.query<{ count: number }>('select count(*)::integer as count from proxy_grant where card_key = $1', [holder.cardId])
  return rows[0]?.count
}

const fieldOf = async (answer: ReturnType<typeof grant>) => {
  const { error, ok: good } = { error: null, ...(await answer) }
  return good ? 'granted' : `${error?.code} ${error?.details?.field}`
}

describe('the demo city', () => {
  test('has someone who acts for another', async () => {
    const { actingFor } = await familyOf(await guardianToken())
    const { cardId, token } = await citizen('two-cards', 'wechat')
    expect(actingFor).toEqual([{
      grantId: expect.any(String), cardId, maskedName: '示****', maskedNumber: '5101**********1212', purpose: 'reportLoss',
      grantedAt: expect.any(String), until: `${daysAfter(await today(record), 31)}T00:00:00.000+08:00`,
    }])
    expect((await familyOf(token)).proxies).toEqual(actingFor)
  })
})

describe('a grant', () => {
  test('is seen by both, each with the other\'s name', async () => {
    const { grant: given } = await ok(grant(holder, { proxy: { ...people.locked } }))
    expect(given).toEqual({
      grantId: expect.any(String), cardId: holder.cardId, maskedName: '示****', maskedNumber: '5101**********0101', purpose: 'reportLoss',
      grantedAt: expect.any(String), until: expect.stringMatching(/T00:00:00\.000\+08:00$/),
    })
    expect((await familyOf(holder.token)).proxies).toEqual([given])
    const { token } = await citizen('locked', 'alipay')
    expect((await familyOf(token)).actingFor).toEqual([given])
    const { cards } = await ok(call('card/list', {}, token))
    expect(cards.map(({ cardId, holder: of }) => [cardId === holder.cardId, of.relation])).toEqual([[false, 'cardholder'], [true, 'proxy']])
  })

  test('is given by the cardholder alone, of age', async () => {
    const child = await citizen('child', 'wechat')
    const [ofChild, ofProxy] = [await citizen('guardian', 'wechat', 1), await citizen('guardian', 'wechat', 2)]
    const verificationId = 'none.none'
    expect(await refused(grant(child, { verificationId }))).toEqual({ code: 'minorNeedsGuardian', status: 409 })
    for (const other of [ofChild, ofProxy]) {
      expect(await refused(grant(other, { verificationId, proxy: people.locked }))).toEqual({ code: 'holderOnly', status: 409 })
      expect(await refused(call('session/beginVerification', { subject: { purpose: 'grantProxy', cardId: other.cardId } }, other.token))).toMatchObject({ code: 'holderOnly' })
    }
    expect(await refused(grant({ ...holder, token: child.token }, { verificationId }))).toEqual({ code: 'notFound', status: 404 })
  })

  test('needs a check of its own, used once', async () => {
    const verificationId = await holder.check('grantProxy')
    const refusal = { code: 'verificationRefused', status: 403 }
    const wrong = [`${holder.cardId}.none`, await holder.check('reportLoss'), await (await citizen('in-use', 'alipay')).check('grantProxy'), await holder.check('grantProxy', 'failed')]
    for (const check of wrong) expect(await refused(grant(holder, { verificationId: check }))).toEqual(refusal)
    await ok(grant(holder, { verificationId }))
    expect(await refused(grant(holder, { verificationId }))).toEqual({ code: 'verificationUsed', status: 409 })
    expect(await countGrants()).toBe(1)
  })

  test('names neither the holder nor a minor', async () => {
    const on = await today(record)
    const born = (years: number, days: number) => idNumber(daysAfter(`${Number(on.slice(0, 4)) - years}${on.slice(4)}`, days).replaceAll('-', ''), 77)
    const verificationId = await holder.check('grantProxy')
    const asked = async (of: string) => fieldOf(grant(holder, { verificationId, proxy: { name: '示例甲', idNumber: of } }))
    expect([await asked(people.inUse.idNumber), await asked(born(17, 0)), await asked(born(18, 1))]).toEqual(Array(3).fill('invalidRequest proxy.idNumber'))
    expect(await asked(born(18, 0))).toBe('granted')
  })

  test('ends within the days that the city allows', async () => {
    const on = await today(record)
    const verificationId = await holder.check('grantProxy')
    for (const lastDay of [daysAfter(on, -1), daysAfter(on, 32), '2026-02-30']) {
      expect(await fieldOf(grant(holder, { verificationId, lastDay }))).toBe('invalidRequest lastDay')
    }
    const { grant: given } = await ok(grant(holder, { verificationId, lastDay: daysAfter(on, 30) }))
    expect(given.until).toBe(`${daysAfter(on, 31)}T00:00:00.000+08:00`)
  })

  test('for the same again takes the place of the one before; for something else it stands beside it', async () => {
    const first = await ok(grant(holder))
    const other = await ok(grant(holder, { purpose: 'releaseLoss' }))
    const again = await ok(grant(holder, { lastDay: civilDate(Date.now() + 9 * day) }))
    expect((await familyOf(holder.token)).proxies).toEqual([other.grant, again.grant])
    expect(await actedFor(await guardianToken())).toHaveLength(2)
    const { rows } = await record.sql.query('select grant_id from proxy_grant where revoked_at is not null')
    expect(rows).toEqual([{ grant_id: first.grant.grantId }])
  })
})

describe('the same key', () => {
  test('gets the first answer, also once the grant has been taken back', async () => {
    const request = await grantRequest(holder)
    const first = await ok(grant(holder, request))
    expect(await ok(grant(holder, request))).toEqual(first)
    await ok(call('person/revokeProxy', { cardId: holder.cardId, grantId: first.grant.grantId }, holder.token))
    expect(await ok(grant(holder, request))).toEqual(first)
    expect([await countGrants(), (await familyOf(holder.token)).proxies]).toEqual([1, []])
  })

  test('with another content is refused, and writes nothing', async () => {
    const request = await grantRequest(holder)
    await ok(grant(holder, request))
    const verificationId = await holder.check('grantProxy')
    const others = [{ verificationId }, { purpose: 'reissue' }, { proxy: people.locked }, { proxy: { ...people.guardian, name: '示例公' } }, { lastDay: daysAfter(request.lastDay, 1) }] as const
    for (const other of others) {
      expect(await refused(grant(holder, { ...request, ...other }))).toEqual({ code: 'idempotencyKeyReused', status: 409 })
    }
    expect(await countGrants()).toBe(1)
    expect((await ok(grant(holder, { verificationId, purpose: 'reissue' }))).grant.purpose).toBe('reissue')
  })

  test('pressed eight times at once makes one grant', async () => {
    const request = await grantRequest(holder)
    const answers = await Promise.all(Array.from({ length: 8 }, () => ok(grant(holder, request))))
    expect(new Set(answers.map(({ grant: { grantId } }) => grantId)).size).toBe(1)
    const { rows } = await record.sql.query<{ pointers: number }>('select count(*)::integer as pointers from person_grant where card_key = $1', [holder.cardId])
    expect([await countGrants(), rows]).toEqual([1, [{ pointers: 1 }]])
  })

  test('after a connection that was lost in the middle finishes what was begun', async () => {
    const request = await grantRequest(holder)
    const guardianKey = await holderOf(record, (await citizen('guardian', 'wechat')).cardId)
    await record.sql.query('begin')
    await record.sql.query('select from person where person_key = $1 for update', [guardianKey])
    const first = refused(grant(holder, request))
    const waiting = `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    let pids: { pid: number }[] = []
    while (pids.length === 0) pids = (await record.sql.query<{ pid: number }>(waiting)).rows
    await record.sql.query('select pg_terminate_backend($1)', [pids[0]?.pid])
    expect(await first).toMatchObject({ code: 'busy' })
    await record.sql.query('commit')
    expect(await countGrants()).toBe(0)
    const again = await ok(grant(holder, request))
    expect(await actedFor(await guardianToken())).toEqual([again.grant])
  })
})

describe('the proxy is found', () => {
  const unknown = { name: '示例新人', idNumber: idNumber('19850707', 33) }

  test('by number and name: a wrong name reads the same, and gives no one any right', async () => {
    const { grant: right } = await ok(grant(holder, { proxy: people.locked, purpose: 'reissue' }))
    const { grant: wrong } = await ok(grant(holder, { proxy: { ...people.locked, name: '示例公民某' }, purpose: 'releaseLoss' }))
    expect({ ...wrong, grantId: '', grantedAt: '', maskedName: '' }).toEqual({ ...right, purpose: 'releaseLoss', grantId: '', grantedAt: '', maskedName: '' })
    expect((await familyOf(holder.token)).proxies).toEqual([right, wrong])
    const { token } = await citizen('locked', 'wechat')
    expect((await familyOf(token)).actingFor).toEqual([right])
    const { grant: corrected } = await ok(grant(holder, { proxy: people.locked, purpose: 'releaseLoss' }))
    expect((await familyOf(holder.token)).proxies).toEqual([right, corrected])
  })

  test('under an older hash key too', async () => {
    const { config } = record.services
    const hashKeys = [{ id: 'newer', bytes: new Uint8Array(32).fill(7) }, ...config.hashKeys]
    const turned = openServices({ ...config, hashKeys })
    provideServices(turned)
    const { grant: given } = await ok(grant(holder))
    provideServices(record.services)
    expect(await actedFor(await guardianToken())).toEqual([given])
    await turned.repository.close()
  })

  test('when nobody knows them yet, once the city\'s file brings them', async () => {
    const { grant: given } = await ok(grant(holder, { proxy: unknown }))
    const { grant: misnamed } = await ok(grant(await citizen('locked', 'wechat'), { proxy: { ...unknown, name: '示例旧人' } }))
    expect(await importFile(record, cardFile(row({ id_number: unknown.idNumber, name: unknown.name })))).toMatchObject({ added: 1, bad: 0, differences: [] })
    const token = (await signInAs(record, unknown.idNumber)) ?? ''
    expect((await familyOf(token)).actingFor).toEqual([{ ...given, maskedName: '示****' }])
    expect((await familyOf((await citizen('locked', 'wechat')).token)).proxies).toEqual([misnamed])
    expect(await ok(call('card/list', {}, token))).toMatchObject({ cards: [{ holder: { maskedName: '示***' } }, { holder: { relation: 'proxy' } }] })
  })

  test('when nobody knows them yet, once they have bound an account under that name', async () => {
    const { grant: given } = await ok(grant(holder, { proxy: unknown }))
    await ok(grant(await citizen('locked', 'wechat'), { proxy: { ...unknown, name: '示例旧人' } }))
    const { accountKey, epoch } = await record.services.repository.accounts.byPlatformId('alipay', 'somebody-new')
    const { token } = await record.services.tokens.issue({ accountKey, epoch, channel: 'alipay', played: true })
    const { verificationId } = await ok(call('session/beginVerification', { subject: { purpose: 'bind', ...unknown } }, token))
    await ok(call('session/completeVerification', { verificationId, sandboxResult: 'passed' }, token))
    expect(await ok(call('session/bind', { verificationId, notice: '2026-11-25' }, token))).toMatchObject({ maskedName: '示***' })
    expect((await familyOf(token)).actingFor).toEqual([{ ...given, maskedName: '示****' }])
  })
})

describe('acting for as many as one may', () => {
  const others = ['temporarily-lost', 'lapsed', 'lost-by-wechat', 'lost-at-counter', 'being-reissued', 'locked'] as const
  /** With the child and the demo city's grant, eight. */
  const fill = async () => {
    for (const id of others) await ok(grant(await citizen(id, 'wechat')))
  }

  test('leaves no room for a ninth, whose check stays good; whoever is among them may grant more', async () => {
    await fill()
    const request = await grantRequest(holder)
    expect(await refused(grant(holder, request))).toEqual({ code: 'tooManyDependants', status: 409 })
    expect(await countGrants()).toBe(0)
    await ok(grant(await citizen('locked', 'wechat'), { purpose: 'releaseLoss' }))
    const { proxies: [one] } = await familyOf((await citizen('lapsed', 'wechat')).token)
    await ok(call('person/revokeProxy', { cardId: one?.cardId ?? '', grantId: one?.grantId ?? '' }, (await citizen('lapsed', 'wechat')).token))
    expect((await ok(grant(holder, request))).grant.cardId).toBe(holder.cardId)
  })

  test('counts a child no more who has come of age', async () => {
    await fill()
    await becomes(record, (await citizen('guardian', 'wechat', 1)).cardId, idNumber('20000601', 11))
    expect((await ok(grant(holder))).grant.cardId).toBe(holder.cardId)
  })

  test('has one room for two at once', async () => {
    for (const id of others.slice(1)) await ok(grant(await citizen(id, 'wechat')))
    const two = [await grantRequest(holder), await grantRequest(await citizen('temporarily-lost', 'wechat'))] as const
    const answers = await Promise.all([grant(holder, two[0]), grant(await citizen('temporarily-lost', 'wechat'), two[1])])
    expect(answers.map(({ ok: good }) => good).sort()).toEqual([false, true])
  })
})

describe('taking a grant back', () => {
  const revoke = (by: string, grantId: string, cardId = holder.cardId) => call('person/revokeProxy', { cardId, grantId }, by)

  test('is its holder\'s, at either door, once', async () => {
    const { grant: { grantId } } = await ok(grant(holder))
    const { token } = await citizen('in-use', 'alipay')
    expect([await ok(revoke(token, grantId)), await ok(revoke(holder.token, grantId))]).toEqual([{ already: false }, { already: true }])
    expect([(await familyOf(token)).proxies, await actedFor(await guardianToken())]).toEqual([[], []])
  })

  test('is its proxy\'s too, who gives it back', async () => {
    const { grant: { grantId } } = await ok(grant(holder))
    expect(await ok(revoke(await guardianToken(), grantId))).toEqual({ already: false })
    expect((await familyOf(holder.token)).proxies).toEqual([])
  })

  test('of one that has ended is done already', async () => {
    const { grant: { grantId } } = await ok(grant(holder))
    await record.sql.query('update proxy_grant set ends_at = granted_at where grant_id = $1', [grantId])
    expect(await ok(revoke(holder.token, grantId))).toEqual({ already: true })
  })

  test('of another\'s, of one that is not there or of another card is not found', async () => {
    const { grant: { grantId } } = await ok(grant(holder))
    const stranger = await citizen('locked', 'wechat')
    const asked = [revoke(stranger.token, grantId), revoke(holder.token, newKey()), revoke(stranger.token, grantId, stranger.cardId), revoke(holder.token, grantId, stranger.cardId)]
    for (const answer of asked) expect(await refused(answer)).toEqual({ code: 'notFound', status: 404 })
    expect((await familyOf(holder.token)).proxies).toHaveLength(1)
  })
})

test('nothing of who was named stands in clear', async () => {
  const request = await grantRequest(holder, { proxy: people.locked })
  await ok(grant(holder, request))
  const { rows } = await record.sql.query<{ row: string }>('select g::text || i::text as row from proxy_grant g join idempotency i using (card_key)')
  expect(rows).toHaveLength(1)
  for (const secret of [people.locked.name, people.locked.idNumber]) expect(rows[0]?.row).not.toContain(secret)
})
