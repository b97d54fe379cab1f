import { openServices, provideServices } from '../../../cloudfunctions/runtime/services'
import { openRecord, send, type Answer, type TestRecord } from '../../support/record'
import { atOnce } from '../../support/record/at-once'
import { atCounter, cookieIn, partner, signed, staffMember, type AtCounter } from '../../support/record/partner'
import { testConfig } from '../../support/record/keys'

jest.setTimeout(60_000)

let record: TestRecord
let member: AtCounter
beforeAll(async () => { record = await openRecord() })
beforeEach(async () => { member = await staffMember(record) })
afterAll(() => record.close())

const minutes = 60_000
const word = async (answer: Promise<Answer<'counter/me' | 'counter/signIn' | 'counter/signOut' | 'channel/cardStatus' | 'channel/voice' | 'channel/events'>>) => {
  const given = await answer
  return given.ok ? 'ok' : given.error.code
}
const me = ({ cookie }: Pick<AtCounter, 'cookie'> = member) => word(atCounter(cookie, 'counter/me', {}))
const signIn = ({ staffId, password }: Pick<AtCounter, 'staffId' | 'password'>, address?: string) => send('counter/signIn', { staffId, password }, {}, address)
const wrong = (staffId: string) => ({ staffId, password: 'not-the-password' })
const find = { find: { cardNumber: '510100000000000101' }, staff: { id: 'somebody-else', outlet: 'beijing.other' } }

/** Makes the session one that was begun, and used, so long ago. */
const ago = (what: 'begun_at' | 'seen_at', ms: number) =>
  record.sql.query(`update staff_session set ${what} = floor(extract(epoch from clock_timestamp()) * 1000)::bigint - $2 where staff_id = $1`, [member.staffId, ms])
const seenAgo = async (): Promise<number> => {
  const { rows } = await record.sql.query<{ ms: string }>(
    'select floor(extract(epoch from clock_timestamp()) * 1000) - seen_at as ms from staff_session where staff_id = $1', [member.staffId])
  return Number(rows[0]?.ms)
}

describe('signing in', () => {
  test('answers who it is and where, and sets a cookie that no script reads and no other site sends', async () => {
    const answer = await signIn(member)
    expect(answer).toMatchObject({ ok: true, data: { staffId: member.staffId, outletId: 'chengdu.wuhou-agency', outletName: '示例武侯社保经办网点', city: 'chengdu' } })
    const [cookie, ...others] = [answer.headers['set-cookie'] ?? []].flat()
    expect(others).toEqual([])
    expect(cookie?.split('; ').slice(1).sort()).toEqual(['HttpOnly', 'Max-Age=43200', 'Path=/', 'SameSite=Strict', 'Secure'])
    expect(await me({ cookie: cookieIn(answer) })).toBe('ok')
  })

  test('names no outlet that the current list does not have', async () => {
    const elsewhere = await staffMember(record, 'chengdu.no-such-outlet')
    const answer = await elsewhere.callAtCounter('counter/me', {})
    expect(answer).toMatchObject({ ok: true, data: { staffId: elsewhere.staffId, outletId: 'chengdu.no-such-outlet', city: 'chengdu' } })
    expect(answer.ok && answer.data).not.toHaveProperty('outletName')
  })

  test('keeps neither the password nor the cookie readable', async () => {
    const { rows } = await record.sql.query<{ row: string }>(
      'select s::text || m::text as row from staff m join staff_session s on s.staff_id = m.staff_id where m.staff_id = $1', [member.staffId])
    for (const { row } of rows) {
      expect(row).not.toContain(member.password)
      expect(row).not.toContain(member.cookie.split('.').at(-1))
    }
    expect(rows.length).toBe(1)
  })

  test('by a wrong password and by an id of nobody is refused alike', async () => {
    const [known, unknown] = [await signIn(wrong(member.staffId)), await signIn(wrong('nobody-here'))]
    expect(known).toEqual({ ...unknown, headers: expect.anything() })
    expect(known).toMatchObject({ status: 401, ok: false, error: { code: 'proofRefused' } })
    expect(cookieIn(known)).toBe('')
  })

  test('costs as much for an id of nobody', async () => {
    const time = async (staffId: string) => {
      const started = performance.now()
      await signIn(wrong(staffId))
      return performance.now() - started
    }
    const times = { known: Infinity, unknown: Infinity }
    for (let round = 0; round < 3; round += 1) {
      times.known = Math.min(times.known, await time(member.staffId))
      times.unknown = Math.min(times.unknown, await time(`nobody-${round}`))
    }
    expect(times.unknown).toBeGreaterThan(times.known / 2)
  })

  test('is locked for fifteen minutes after six wrong passwords, for an id of nobody as well', async () => {
    for (const staffId of [member.staffId, 'nobody-else']) {
      for (let time = 1; time <= 6; time += 1) expect(await word(signIn(wrong(staffId)))).toBe('proofRefused')
      const answer = await signIn({ ...member, staffId })
      expect(answer).toMatchObject({ status: 429, ok: false, error: { code: 'tooManyRequests' } })
      const seconds = answer.ok ? 0 : answer.error.details?.retryAfterSeconds ?? 0
      expect([seconds > 890, seconds <= 900]).toEqual([true, true])
    }
    // whoever is signed in goes on
    expect(await me()).toBe('ok')
    await record.sql.query(`update tries set expire = 1 where key = 'staff:id:${member.staffId}'`)
    expect(await word(signIn(member))).toBe('ok')
  })

  test('is locked for an address after six wrong passwords of anyone', async () => {
    const address = '192.0.2.77'
    for (let time = 1; time <= 6; time += 1) expect(await word(signIn(wrong(`anyone-${time}`), address))).toBe('proofRefused')
    expect(await word(signIn(member, address))).toBe('tooManyRequests')
    expect(await word(signIn(member, '192.0.2.78'))).toBe('ok')
  })

  test('the sixth time, rightly, is let in, and what was wrong before counts no longer', async () => {
    for (let round = 0; round < 2; round += 1) {
      for (let time = 1; time <= 5; time += 1) await signIn(wrong(member.staffId))
      expect(await word(signIn(member))).toBe('ok')
    }
  })

  test('rightly, again and again, is never too often for an address', async () => {
    for (let time = 1; time <= 8; time += 1) expect(await word(signIn(member, '192.0.2.79'))).toBe('ok')
  })

  test('wrongly many times at once, looks at no more than six passwords', async () => {
    const words = await atOnce(16, () => word(signIn(wrong(member.staffId))))
    expect(words.filter((one) => one === 'proofRefused').length).toBe(6)
    expect(words.filter((one) => one === 'tooManyRequests').length).toBe(10)
  })
})

describe('a session', () => {
  test.each<[what: string, 'begun_at' | 'seen_at', ms: number, expected: string]>([
    ['idle for just under ten minutes', 'seen_at', 10 * minutes - 5_000, 'ok'],
    ['idle for ten minutes', 'seen_at', 10 * minutes, 'notSignedIn'],
    ['idle for longer', 'seen_at', 10 * minutes + 1_000, 'notSignedIn'],
    ['of just under twelve hours', 'begun_at', 720 * minutes - 5_000, 'ok'],
    ['of twelve hours', 'begun_at', 720 * minutes, 'notSignedIn'],
    ['of more than twelve hours', 'begun_at', 720 * minutes + 1_000, 'notSignedIn'],
  ])('%s: %s is %d ms ago: %s', async (_what, column, ms, expected) => {
    await ago(column, ms)
    expect(await me()).toBe(expected)
  })

  test('is kept by using it, which is written down once a minute', async () => {
    await ago('seen_at', minutes - 20_000)
    await me()
    expect(await seenAgo()).toBeGreaterThanOrEqual(minutes - 20_000)
    await ago('seen_at', minutes)
    await me()
    expect(await seenAgo()).toBeLessThan(minutes - 20_000)
  })

  test('ends by signing out, here and in the browser, and leaves others of the same member', async () => {
    const other = { cookie: cookieIn(await signIn(member)) }
    const answer = await send('counter/signOut', {}, { cookie: member.cookie })
    expect([answer.ok, [answer.headers['set-cookie']].flat()]).toEqual([true, [expect.stringMatching(/^counter=; Max-Age=0;/)]])
    expect([await me(), await me(other)]).toEqual(['notSignedIn', 'ok'])
    expect(await word(send('counter/signOut', {}, { cookie: member.cookie }))).toBe('notSignedIn')
  })

  test('ends with every other when its member is disabled, and does not come back', async () => {
    const other = { cookie: cookieIn(await signIn(member)) }
    const { staff } = record.services.repository
    await staff.disable(member.staffId)
    expect([await me(), await me(other), await word(signIn(member))]).toEqual(['notSignedIn', 'notSignedIn', 'proofRefused'])
    await staff.enable(member.staffId)
    expect([await me(), await word(signIn(member))]).toEqual(['notSignedIn', 'ok'])
  })

  test('ends with every other when its member is given another password', async () => {
    await record.services.repository.staff.reset(member.staffId, 'scrypt$1$1$1$$')
    expect([await me(), await word(signIn(member))]).toEqual(['notSignedIn', 'proofRefused'])
  })

  test('does not begin for whoever is disabled while the password is looked at', async () => {
    const { staff } = record.services.repository
    const found = await staff.find(member.staffId)
    await staff.disable(member.staffId)
    expect(found && (await staff.begin(found))).toBeNull()
  })

  test.each([
    ['no cookie', () => ({})],
    ['a cookie of another name', () => ({ cookie: member.cookie.replace('counter=', 'kiosk=') })],
    ['an empty cookie', () => ({ cookie: 'counter=' })],
    ['a cookie altered', () => ({ cookie: `${member.cookie.slice(0, -1)}${member.cookie.endsWith('A') ? 'B' : 'A'}` })],
    ['another member\'s id in the cookie', () => ({ cookie: member.cookie.replace(member.staffId, 'demo-007') })],
    ['a page of another site', () => ({ cookie: member.cookie, 'sec-fetch-site': 'cross-site' })],
    ['a page of a neighbour\'s', () => ({ cookie: member.cookie, 'sec-fetch-site': 'same-site' })],
    ['the address bar', () => ({ cookie: member.cookie, 'sec-fetch-site': 'none' })],
    ['a bearer token', () => ({ authorization: `Bearer ${member.cookie.replace('counter=', '')}` })],
  ])('%s: nobody is signed in', async (_what, headers: () => Record<string, string>) => {
    expect(await word(send('counter/me', {}, headers()))).toBe('notSignedIn')
  })

  test('is asked for in JSON only, which no form of another site sends', async () => {
    expect(await word(send('counter/me', {}, { cookie: member.cookie, 'content-type': 'text/plain' }))).toBe('notJson')
    expect(await word(send('counter/me', {}, { cookie: member.cookie }))).toBe('ok')
  })
})

describe('at the counter\'s page', () => {
  test('a member of staff asks as a partner of their outlet\'s city, and signs nothing', async () => {
    expect(await word(member.callAtCounter('channel/cardStatus', find))).toBe('ok')
    const elsewhere = await staffMember(record, 'beijing.somewhere')
    expect(await word(elsewhere.callAtCounter('channel/cardStatus', find))).toBe('notFound')
  })

  test('there is only what is done at a counter', async () => {
    expect(await word(member.callAtCounter('channel/voice', { callId: 'call-0001', turn: 0, caller: '' }))).toBe('notPermitted')
    expect(await word(member.callAtCounter('channel/events', {}))).toBe('notPermitted')
  })

  test('whose session has ended is told to sign in, and so is whose cookie is gone', async () => {
    await ago('seen_at', 11 * minutes)
    expect(await word(member.callAtCounter('channel/cardStatus', find))).toBe('notSignedIn')
    expect(await word(send('channel/cardStatus', find, { 'sec-fetch-site': 'same-origin' }))).toBe('notSignedIn')
    expect(await word(send('channel/cardStatus', find, { cookie: member.cookie, 'sec-fetch-site': 'cross-site' }))).toBe('notSignedIn')
  })

  test('a signed request is the partner\'s, whatever cookie comes with it', async () => {
    const who = await partner(record, { channel: 'tianfu' })
    const headers = signed(who, 'channel/cardStatus', JSON.stringify(find))
    expect(await word(send('channel/cardStatus', find, { ...headers, cookie: 'counter=nothing' }))).toBe('ok')
    expect(await word(send('channel/cardStatus', find, { ...headers, 'x-signature': '0'.repeat(64), cookie: member.cookie }))).toBe('signatureRefused')
  })
})

describe('outside the sandbox', () => {
  const production = async (act: () => Promise<void>) => {
    const real = openServices({ ...record.services.config, sandbox: false })
    provideServices(real)
    try {
      await act()
    } finally {
      provideServices(record.services)
      await real.repository.close()
    }
  }
  const demo = { staffId: 'demo-007', password: 'demo-counter-007' }
  const demoHeaders = () => signed({ partnerId: 'demo-tianfu', secret: 'demo-tianfu-secret' }, 'channel/cardStatus', JSON.stringify(find))

  test('nobody of the demo city is let in, though they stand in the record', async () => {
    const cookie = cookieIn(await signIn(demo))
    expect([await me({ cookie }), await word(send('channel/cardStatus', find, demoHeaders()))]).toEqual(['ok', 'ok'])
    await production(async () => {
      expect([await me({ cookie }), await word(signIn(demo)), await word(send('channel/cardStatus', find, demoHeaders()))])
        .toEqual(['notSignedIn', 'proofRefused', 'signatureRefused'])
      expect(await me()).toBe('ok')
    })
  })
})

test('a session under a key that is not the first any more goes on', async () => {
  const { hashKeys: [key], ...config } = record.services.config
  if (!key) throw new Error('a test has a key')
  const turned = openServices({ ...config, hashKeys: [...testConfig('', {}).hashKeys.map((one) => ({ ...one, id: 'next' })), key] })
  provideServices(turned)
  expect(await me()).toBe('ok')
  provideServices(record.services)
  await turned.repository.close()
})
