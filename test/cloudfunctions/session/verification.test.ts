import { doors } from '@/contract'
import { provideServices } from '../../../cloudfunctions/runtime/services'
import { garbage } from '../../support/platforms'
import { openRecord, type TestRecord } from '../../support/record'
import { call, citizen, newKey, ok, refused } from '../../support/record/citizen'
import { newcomer, visitor, type Visitor } from '../../support/record/visitor'

let record: TestRecord
beforeAll(async () => { record = await openRecord() })
afterEach(() => provideServices(record.services))
afterAll(() => record.close())

const minutes = 60_000
/** As if a check had been begun and completed earlier. */
const age = (verificationId: string, ms: number) =>
  record.sql.query('update verification set begun_at = begun_at - $2, completed_at = completed_at - $2 where verification_id = $1', [verificationId, ms])

const begin = async ({ token, cardId }: { token: string; cardId: string }) =>
  (await ok(call('session/beginVerification', { subject: { purpose: 'reportLoss', cardId } }, token))).verificationId

test('a check begun in the sandbox is the sandbox\'s, and says of which card it is', async () => {
  const { token, cardId } = await citizen('in-use', 'wechat')
  const { challenge, verificationId } = await ok(call('session/beginVerification', { subject: { purpose: 'reportLoss', cardId } }, token))
  expect(challenge).toEqual({ provider: 'sandbox' })
  expect(verificationId.startsWith(`${cardId}.`)).toBe(true)
})

test('one that is passed can be used for ten minutes', async () => {
  const person = await citizen('in-use', 'wechat')
  const { result, validUntil } = await ok(call('session/completeVerification', { verificationId: await begin(person) }, person.token))
  expect(result).toBe('passed')
  expect(Math.abs(Date.parse(validUntil ?? '') - Date.now() - 10 * minutes)).toBeLessThan(5_000)
})

test.each(['passed', 'failed', 'cancelled'] as const)('%s is final: saying otherwise later changes nothing', async (first) => {
  const person = await citizen('in-use', 'wechat')
  const verificationId = await begin(person)
  const answer = await ok(call('session/completeVerification', { verificationId, sandboxResult: first }, person.token))
  const again = await ok(call('session/completeVerification', { verificationId, sandboxResult: first === 'passed' ? 'failed' : 'passed' }, person.token))
  expect(again).toEqual(answer)
})

test('a pending check is not passed, may be completed again, and then counts', async () => {
  const person = await citizen('two-cards', 'wechat')
  const verificationId = await begin(person)
  const pending = await ok(call('session/completeVerification', { verificationId, sandboxResult: 'pending' }, person.token))
  expect(pending).toEqual({ result: 'pending' })
  expect(await refused(person.report({ verificationId }))).toEqual({ code: 'verificationRefused', status: 403 })
  await ok(call('session/completeVerification', { verificationId, sandboxResult: 'passed' }, person.token))
  expect((await ok(person.report({ verificationId }))).already).toBe(false)
})

test.each(['failed', 'cancelled'] as const)('a check that was %s allows nothing', async (result) => {
  const person = await citizen('in-use', 'wechat')
  const verificationId = await person.check('reportLoss', result)
  expect(await refused(person.report({ verificationId }))).toEqual({ code: 'verificationRefused', status: 403 })
  expect(await person.state()).toBe('inUse')
})

test('one that was begun and never completed allows nothing', async () => {
  const person = await citizen('in-use', 'wechat')
  expect(await refused(person.report({ verificationId: await begin(person) }))).toMatchObject({ code: 'verificationRefused' })
})

test.each([
  ['still good a second before ten minutes', 10 * minutes - 1000, true],
  ['too old at ten minutes', 10 * minutes, false],
])('a passed check is %s', async (_what, ms, good) => {
  const person = await citizen('long-name', 'wechat')
  const verificationId = await person.check('reportLoss')
  await age(verificationId, ms)
  expect((await person.report({ verificationId })).status).toBe(good ? 200 : 403)
})

test('one begun ten minutes ago can no longer be completed, pending or not', async () => {
  const person = await citizen('in-use', 'wechat')
  const fresh = await begin(person)
  const pending = await person.check('reportLoss', 'pending')
  for (const verificationId of [fresh, pending]) {
    await age(verificationId, 10 * minutes)
    expect(await refused(call('session/completeVerification', { verificationId }, person.token))).toEqual({ code: 'verificationRefused', status: 403 })
  }
})

test('a check for another purpose, another card or of another person is refused', async () => {
  const person = await citizen('two-cards', 'alipay', 1)
  const other = await citizen('two-cards', 'alipay', 0)
  const sameAtWechat = await citizen('two-cards', 'wechat', 1)
  const wrong = [await person.check('releaseLoss'), await other.check('reportLoss'), await sameAtWechat.check('reportLoss'), `${person.cardId}.none`]
  for (const verificationId of wrong) {
    expect(await refused(person.report({ verificationId }))).toEqual({ code: 'verificationRefused', status: 403 })
  }
})

test('a check is used once, by what it allowed and by what was so already', async () => {
  const person = await citizen('other-city', 'wechat')
  const first = await person.check('reportLoss')
  const second = await person.check('reportLoss')
  await ok(person.report({ verificationId: first }))
  expect((await ok(person.report({ verificationId: second }))).already).toBe(true)
  for (const verificationId of [first, second]) {
    expect(await refused(person.report({ verificationId }))).toEqual({ code: 'verificationUsed', status: 409 })
  }
})

test('a check that a rule refused stays good', async () => {
  const person = await citizen('lost-at-counter', 'wechat')
  const verificationId = await person.check('releaseLoss')
  expect(await refused(person.release({ verificationId }))).toMatchObject({ code: 'releasedElsewhere' })
  const { rows } = await record.sql.query<{ used_at: string | null }>('select used_at from verification where verification_id = $1', [verificationId])
  expect(rows).toEqual([{ used_at: null }])
})

test('another\'s check, one nobody began and a card that is not theirs are alike not found', async () => {
  const person = await citizen('in-use', 'wechat')
  const stranger = await citizen('locked', 'wechat')
  const verificationId = await begin(person)
  const asked = [
    call('session/completeVerification', { verificationId }, stranger.token),
    call('session/completeVerification', { verificationId: 'no-such.check' }, stranger.token),
    call('session/beginVerification', { subject: { purpose: 'reportLoss', cardId: person.cardId } }, stranger.token),
    call('session/beginVerification', { subject: { purpose: 'reportLoss', cardId: newKey() } }, stranger.token),
  ]
  for (const answer of asked) expect(await refused(answer)).toEqual({ code: 'notFound', status: 404 })
})

test('a child is sent to the guardian before any check', async () => {
  const child = await citizen('child', 'wechat')
  const asked = call('session/beginVerification', { subject: { purpose: 'reportLoss', cardId: child.cardId } }, child.token)
  expect(await refused(asked)).toEqual({ code: 'minorNeedsGuardian', status: 409 })
})

describe.each(doors)('at %s', (door) => {
  const bound = async (): Promise<Visitor & { cardId: string }> => {
    const who = await visitor(record, door)
    await ok(who.bind())
    const [card] = (await ok(call('card/list', {}, who.token))).cards
    return { ...who, cardId: card?.cardId ?? '' }
  }
  const complete = (verificationId: string, { token }: Visitor, over = {}) => call('session/completeVerification', { verificationId, ...over }, token)

  test('the phone is told what to do, and the platform\'s server how it ended', async () => {
    const who = await bound()
    const { verificationId, challenge } = await who.begin({ purpose: 'reportLoss', cardId: who.cardId })
    expect(challenge.provider).toBe(door)
    expect(await ok(complete(verificationId, who, { phone: 'unsure' }))).toEqual({ result: 'pending' })
    await record.platforms.play.face(challenge, 'passed', who.platformId)
    expect(await ok(complete(verificationId, who))).toEqual({ result: 'passed', validUntil: expect.any(String) })
    const report = call('card/reportLoss', { cardId: who.cardId, verificationId, idempotencyKey: newKey() }, who.token)
    expect(await ok(report)).toMatchObject({ already: false, report: { channel: door } })
    await ok(call('card/releaseLoss', { cardId: who.cardId, verificationId: await who.check({ purpose: 'releaseLoss', cardId: who.cardId }), idempotencyKey: newKey() }, who.token))
  })

  test.each(['failed', 'cancelled'] as const)('a face that %s does not pass, whatever the phone says of it', async (outcome) => {
    const who = await bound()
    const { verificationId, challenge } = await who.begin({ purpose: 'exportData' })
    await record.platforms.play.face(challenge, outcome, who.platformId)
    const said = outcome === 'failed' ? 'finished' : 'cancelled'
    expect(await ok(complete(verificationId, who, { phone: said }))).toEqual({ result: outcome })
    expect(await ok(complete(verificationId, who, { phone: 'finished' }))).toEqual({ result: outcome })
  })

  test('the phone alone passes nothing', async () => {
    const who = await bound()
    const { verificationId } = await who.begin({ purpose: 'exportData' })
    expect((await ok(complete(verificationId, who, { phone: 'finished' }))).result).not.toBe('passed')
  })

  test('nobody says how it ends but who is played', async () => {
    const who = await bound()
    const { verificationId } = await who.begin({ purpose: 'exportData' })
    expect(await refused(complete(verificationId, who, { sandboxResult: 'passed' }))).toEqual({ code: 'invalidRequest', status: 422 })
  })

  test('a server that cannot be heard leaves it pending, and it is asked again', async () => {
    const who = await bound()
    const { verificationId, challenge } = await who.begin({ purpose: 'exportData' })
    await record.platforms.play.face(challenge, 'passed', who.platformId)
    if (door === 'wechat') record.platforms.wechat.next('queryverifyinfo', garbage)
    else record.platforms.alipay.next('alipay.user.certify.open.query', garbage)
    expect(await ok(complete(verificationId, who))).toEqual({ result: 'pending' })
    expect(await ok(complete(verificationId, who))).toMatchObject({ result: 'passed' })
  })

  test('a platform that is not set up checks nobody', async () => {
    const who = await bound()
    provideServices({ ...record.services, platforms: { ...record.services.platforms, [door]: null } })
    const begun = call('session/beginVerification', { subject: { purpose: 'bind', ...newcomer } }, who.token)
    expect(await refused(begun)).toEqual({ code: 'verificationRefused', status: 403 })
  })
})

test('a check that only the other door\'s account began is not found', async () => {
  const [atWechat, atAlipay] = [await citizen('in-use', 'wechat'), await citizen('in-use', 'alipay')]
  const completed = call('session/completeVerification', { verificationId: await begin(atWechat) }, atAlipay.token)
  expect(await refused(completed)).toEqual({ code: 'notFound', status: 404 })
})

test('the person acting is checked, never the child', async () => {
  const guardian = await citizen('guardian', 'alipay', 1)
  const { rows: [child] } = await record.sql.query<{ holder_key: string }>('select holder_key from card where card_key = $1', [guardian.cardId])
  await ok(call('person/consent', { childId: child?.holder_key ?? '', agreed: true, notice: '2026-11-25' }, guardian.token))
  const verificationId = await guardian.check('reportLoss')
  const { rows } = await record.sql.query<{ relation: string }>(
    `select case when v.actor_key = c.holder_key then 'child' when v.actor_key = a.person_key then 'guardian' end as relation
     from verification v join account a using (account_key) join card c on c.card_key = v.subject_key where verification_id = $1`, [verificationId])
  expect(rows).toEqual([{ relation: 'guardian' }])
})

test.each(['reissue', 'grantProxy'] as const)('a check for %s is no check for another thing', async (purpose) => {
  const person = await citizen('lapsed', 'wechat')
  const verificationId = await person.check(purpose)
  expect(await refused(person.report({ verificationId }))).toEqual({ code: 'verificationRefused', status: 403 })
})

describe('using a check up', () => {
  const use: TestRecord['services']['repository']['verifications']['use'] = (...given) => record.services.repository.verifications.use(...given)
  const callerOf = async ({ token }: { token: string }) => {
    const caller = await record.services.tokens.read(token)
    if (!caller) throw new Error('nobody has signed in')
    return caller
  }

  test('about no card or about one, once', async () => {
    const person = await citizen('locked', 'alipay')
    const caller = await callerOf(person)
    const about = await person.check('grantProxy')
    await expect(use(caller, about, 'grantProxy')).rejects.toMatchObject({ code: 'verificationRefused' })
    await expect(use(caller, about, 'reissue', person.cardId)).rejects.toMatchObject({ code: 'verificationRefused' })
    await use(caller, about, 'grantProxy', person.cardId)
    await expect(use(caller, about, 'grantProxy', person.cardId)).rejects.toMatchObject({ code: 'verificationUsed' })
  })

  test.each([[10 * minutes - 1000, true], [10 * minutes, false]])('of %p ms: %p', async (ms, good) => {
    const person = await citizen('locked', 'wechat')
    const about = await person.check('grantProxy')
    await age(about, ms)
    const used = use(await callerOf(person), about, 'grantProxy', person.cardId)
    await (good ? expect(used).resolves.toBeUndefined() : expect(used).rejects.toMatchObject({ code: 'verificationRefused' }))
  })

  test('by another, or by whoever is nobody any more, not at all', async () => {
    const [person, other] = [await citizen('locked', 'wechat'), await citizen('in-use', 'wechat')]
    const about = await person.check('grantProxy')
    await expect(use(await callerOf(other), about, 'grantProxy', person.cardId)).rejects.toMatchObject({ code: 'verificationRefused' })
    const caller = await callerOf(person)
    await expect(use({ ...caller, epoch: caller.epoch - 1 }, about, 'grantProxy', person.cardId)).rejects.toMatchObject({ code: 'notSignedIn' })
    const nobody = await callerOf(await visitor(record, 'wechat'))
    await expect(use(nobody, about, 'grantProxy', person.cardId)).rejects.toMatchObject({ code: 'notBound' })
  })
})
