import { minute } from '@/domain/time'
import { demoKiosk } from '../../../cloudfunctions/host/demo/kiosk'
import { openServices, provideServices } from '../../../cloudfunctions/runtime/services'
import { openRecord, refused, send, type TestRecord } from '../../support/record'
import { atOnce } from '../../support/record/at-once'
import { call, ok } from '../../support/record/citizen'
import { people } from '../../support/record/family'
import { codeFor, deviceCookie, enrolledKiosk, fromKiosk, notice } from '../../support/record/kiosk'

let record: TestRecord
beforeAll(async () => { record = await openRecord() })
afterEach(() => record.sql.query(`delete from tries`))
afterAll(() => record.close())

const enrol = (code: string, address?: string) => send('session/enrolKiosk', { code }, {}, address)
const word = async (answer: ReturnType<typeof enrol>) => {
  const given = await answer
  return given.ok ? 'ok' : given.error.code
}
/** What a browser is told that it is. */
const which = async (cookie: string) => (await ok(fromKiosk(cookie, 'session/kiosk', {}))).kiosk

describe('a code', () => {
  test('makes a browser the terminal of its outlet, by a cookie that no script reads and no other site sends', async () => {
    const { kioskId, code } = await codeFor(record)
    const answer = await enrol(code)
    const kiosk = { kioskId, outletId: 'chengdu.wuhou-terminal', outletName: '示例武侯自助服务点', city: 'chengdu' }
    expect(answer).toMatchObject({ ok: true, data: { kiosk } })
    const [pair = '', ...said] = deviceCookie(answer).split('; ')
    expect(said.sort()).toEqual(['HttpOnly', 'Max-Age=34560000', 'Path=/', 'SameSite=Strict', 'Secure'])
    expect(await which(pair)).toEqual(kiosk)
  })

  test('may be typed in small letters', async () => {
    expect(await word(enrol((await codeFor(record)).code.toLowerCase()))).toBe('ok')
  })

  test('is good once, whoever else comes at the same moment', async () => {
    const { code } = await codeFor(record)
    const words = await atOnce(8, () => word(enrol(code)))
    expect(words.sort()).toEqual(['ok', ...Array.from({ length: 7 }, () => 'proofRefused')])
    expect(await refused(enrol(code))).toEqual({ code: 'proofRefused', status: 401 })
  })

  test.each([
    ['is good before it is out of time', minute, 'ok'],
    ['is not when it is', 0, 'proofRefused'],
    ['nor after that', -1000, 'proofRefused'],
  ])('%s', async (_when, left, expected) => {
    const { kioskId, code } = await codeFor(record)
    await record.sql.query('update kiosk set code_until = floor(extract(epoch from clock_timestamp()) * 1000)::bigint + $2 where kiosk_id = $1', [kioskId, left])
    expect(await word(enrol(code))).toBe(expected)
  })

  test('of a terminal that was revoked before it was used is good for nothing', async () => {
    const { kioskId, code } = await codeFor(record)
    await record.services.repository.kiosks.revoke(kioskId)
    expect(await word(enrol(code))).toBe('proofRefused')
  })

  test('is not guessed: an address has six tries, and a good one is none of them', async () => {
    const { code } = await codeFor(record)
    for (let time = 0; time < 5; time += 1) expect(await word(enrol('NO-SUCH-CODE', '192.0.2.1'))).toBe('proofRefused')
    expect(await word(enrol(code, '192.0.2.1'))).toBe('ok')
    expect(await word(enrol('NO-SUCH-CODE', '192.0.2.1'))).toBe('proofRefused')
    const { code: another } = await codeFor(record)
    expect(await refused(enrol(another, '192.0.2.1'))).toEqual({ code: 'tooManyRequests', status: 429 })
    expect(await word(enrol(another, '192.0.2.2'))).toBe('ok')
  })
})

test('neither code nor credential can be read in the record', async () => {
  const { code } = await codeFor(record)
  const { cookie } = await enrolledKiosk(record)
  const { rows } = await record.sql.query<{ row: string }>('select k::text as row from kiosk k')
  const dump = rows.map(({ row }) => row).join('\n')
  expect([dump.includes(code), dump.includes(cookie.split('.').at(-1) ?? '')]).toEqual([false, false])
})

describe('a browser is told which terminal it is', () => {
  test('and has its cookie anew, since no browser keeps one for ever', async () => {
    const { cookie } = await enrolledKiosk(record)
    expect(deviceCookie(await send('session/kiosk', {}, { cookie }))).toBe(`${cookie}; Max-Age=34560000; Path=/; HttpOnly; Secure; SameSite=Strict`)
  })

  test('without an outlet’s name where the list has none', async () => {
    const { cookie, kioskId } = await enrolledKiosk(record, 'chengdu.opens-later')
    expect(await which(cookie)).toEqual({ kioskId, outletId: 'chengdu.opens-later', city: 'chengdu' })
  })

  test('none without a cookie, and none is set', async () => {
    const answer = await send('session/kiosk', {})
    expect([answer, deviceCookie(answer)]).toMatchObject([{ ok: true, data: {} }, ''])
  })

  test.each<[string, () => Promise<string>]>([
    ['a made-up cookie', async () => 'kiosk=k-0000000000000000.nothing'],
    ['the id of one terminal and the secret of another', async () => {
      const [one, other] = [await enrolledKiosk(record), await enrolledKiosk(record)]
      return `${one.cookie.split('.')[0]}.${other.cookie.split('.')[1]}`
    }],
    ['one that was revoked', async () => {
      const { cookie, kioskId } = await enrolledKiosk(record)
      await record.services.repository.kiosks.revoke(kioskId)
      return cookie
    }],
    ['one of the demo city outside the sandbox', async () => {
      const [cookie = ''] = deviceCookie(await enrol(demoKiosk.code)).split(';')
      provideServices(openServices({ ...record.services.config, sandbox: false }))
      return cookie
    }],
  ])('none with %s, which is taken away', async (_what, given) => {
    const cookie = await given()
    const answer = await send('session/kiosk', {}, { cookie })
    provideServices(record.services)
    expect(answer).toMatchObject({ ok: true, data: {} })
    expect(deviceCookie(answer)).toMatch(/^kiosk=; Max-Age=0; /)
  })

  test('none where another site’s page asks', async () => {
    const { cookie } = await enrolledKiosk(record)
    expect(await send('session/kiosk', {}, { cookie, 'sec-fetch-site': 'cross-site' })).toMatchObject({ ok: true, data: {} })
  })
})

test('revoking one leaves the others, and is done twice without harm', async () => {
  const [one, other] = [await enrolledKiosk(record), await enrolledKiosk(record)]
  const { kiosks } = record.services.repository
  expect([await kiosks.revoke(one.kioskId), await kiosks.revoke(one.kioskId), await kiosks.revoke('k-nothing')]).toEqual([true, true, false])
  expect([await which(one.cookie), (await which(other.cookie))?.kioskId]).toEqual([undefined, other.kioskId])
})

test('what a phone is told says nothing of terminals: a proof of one is refused there', async () => {
  expect(await refused(call('session/signIn', { proof: { kind: 'terminal', ...people.inUse, notice } }))).toEqual({ code: 'proofRefused', status: 401 })
})
