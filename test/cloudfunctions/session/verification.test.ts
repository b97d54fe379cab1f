import { openRecord, type TestRecord } from '../../support/record'
import { call, citizen, newKey, ok, refused } from '../../support/record/citizen'

let record: TestRecord
beforeAll(async () => { record = await openRecord() })
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
