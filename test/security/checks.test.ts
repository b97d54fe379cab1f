import { randomBytes } from 'node:crypto'
import { openRecord, type TestRecord } from '../support/record'
import { call, citizen, newKey, ok, type Citizen } from '../support/record/citizen'
import { newcomer, notice, visitor } from '../support/record/visitor'
import { bearer, send, type Sent } from './stage'

// many requests, on a machine that may be busy
jest.setTimeout(60_000)

let record: TestRecord
let person: Citizen
beforeAll(async () => {
  record = await openRecord()
  person = await citizen('two-cards', 'wechat')
})
afterAll(() => record.close())

const report = (verificationId: string, by: Citizen = person): Promise<Sent> =>
  send('card/reportLoss', { cardId: by.cardId, verificationId, idempotencyKey: newKey() }, bearer(by.token))

const exportCheck = async (token: string) => {
  const { verificationId } = await ok(call('session/beginVerification', { subject: { purpose: 'exportData' } }, token))
  await ok(call('session/completeVerification', { verificationId }, token))
  return verificationId
}

const begun = async () => (await ok(call('session/beginVerification', { subject: { purpose: 'reportLoss', cardId: person.cardId } }, person.token))).verificationId

describe('a report is refused alike, whatever is wrong with its check', () => {
  test.each<[string, () => Promise<string>]>([
    ['it is there no more than any', async () => `${person.cardId}.${randomBytes(16).toString('base64url')}`],
    ['it was made at the other door, by the same person for the same card', async () => (await citizen('two-cards', 'alipay')).check('reportLoss')],
    ['it is for another purpose', () => person.check('releaseLoss')],
    ['it is for another card of the same person', async () => (await citizen('two-cards', 'wechat', 1)).check('reportLoss')],
    ['it is another person\'s', async () => (await citizen('locked', 'wechat')).check('reportLoss')],
    ['it is about no card', () => exportCheck(person.token)],
    ['it failed', () => person.check('reportLoss', 'failed')],
    ['it was left', () => person.check('reportLoss', 'cancelled')],
    ['it is still being decided', () => person.check('reportLoss', 'pending')],
    ['it has only begun', begun],
    ['it was passed too long ago', async () => {
      const verificationId = await person.check('reportLoss')
      await record.sql.query('update verification set completed_at = completed_at - 600000 where verification_id = $1', [verificationId])
      return verificationId
    }],
  ])('%s', async (_what, check) => {
    const given = await check()
    const answer = await report(given)
    expect(answer).toEqual(await report(`${person.cardId}.nothing`))
    expect(answer).toMatchObject({ status: 403, code: 'verificationRefused' })
    expect(await person.state()).toBe('inUse')
  })

  test('one that was made in Alipay is good in Alipay, and one that was used is not good again', async () => {
    const alipay = await citizen('two-cards', 'alipay')
    const verificationId = await alipay.check('reportLoss')
    expect((await report(verificationId)).code).toBe('verificationRefused')
    expect((await report(verificationId, alipay)).code).toBe('ok')
    expect((await report(verificationId, alipay)).code).toBe('verificationUsed')
    expect((await report(verificationId)).code).toBe('verificationRefused')
  })
})

describe('a check is ended by none but whoever began it', () => {
  test.each<[string, () => Promise<Citizen>]>([
    ['another person', () => citizen('locked', 'wechat')],
    ['the same person at the other door', () => citizen('two-cards', 'alipay')],
  ])('not by %s', async (_who, other) => {
    const { token } = await other()
    const verificationId = await begun()
    const answer = await send('session/completeVerification', { verificationId }, bearer(token))
    expect(answer).toEqual(await send('session/completeVerification', { verificationId: `${person.cardId}.nothing` }, bearer(token)))
    expect(answer).toMatchObject({ status: 404, code: 'notFound' })
  })
})

describe('an account is bound by no check but its own to bind it', () => {
  test('not by one that passed on another account, at either door', async () => {
    const [first, second, third] = [await visitor(record, 'wechat'), await visitor(record, 'wechat'), await visitor(record, 'alipay')]
    const verificationId = await first.check({ purpose: 'bind', ...newcomer })
    for (const { token } of [second, third])
      expect(await send('session/bind', { verificationId, notice }, bearer(token))).toMatchObject({ status: 403, code: 'verificationRefused' })
    expect(await send('session/bind', { verificationId, notice }, bearer(first.token))).toMatchObject({ code: 'ok' })
  })

  test('not by one for a card, nor for the copy', async () => {
    for (const verificationId of [await person.check('reportLoss'), await exportCheck(person.token)])
      expect(await send('session/bind', { verificationId, notice }, bearer(person.token))).toMatchObject({ status: 403, code: 'verificationRefused' })
  })
})

test('a copy is given for no check but one for it', async () => {
  const alipay = await citizen('two-cards', 'alipay')
  const answers = await Promise.all([await person.check('reportLoss'), await exportCheck(alipay.token), `${randomBytes(16).toString('base64url')}.nothing`]
    .map((verificationId) => send('person/exportData', { verificationId }, bearer(person.token))))
  expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
  expect(answers[0]).toMatchObject({ status: 403, code: 'verificationRefused' })
})
