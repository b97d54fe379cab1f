import { verificationResults, type VerificationResult } from '@/contract'
import { certHash } from '../../../cloudfunctions/platforms/wechat/cert-hash'
import { garbage } from '../../support/platforms'
import { asked, nobody, openStage, person, thrownBy, type Stage } from './stage'

let stage: Stage
beforeAll(async () => { stage = await openStage() })
afterAll(() => stage.close())

const begin = async (platformId = 'citizen-a', who = person) => {
  await stage.played.play.login('wechat', platformId)
  return stage.instance().wechat.beginCheck(who, platformId)
}
const ask = (check: Parameters<typeof asked>[0], over: Parameters<typeof asked>[2] = {}) => stage.instance().wechat.askCheck(asked(check, 'citizen-a', over))
const hour = 3_600_000

test('the digest of a person is the one that WeChat documents', () => {
  // the vector of its documentation
  expect(certHash({ name: '张三', idNumber: '310101199801011234' })).toBe('3c241f7ff324977aeb91f173bb2a7b06569e6fd784d5573db34a636d8671108b')
})

test('a check has a number of ours, WeChat\'s own, and a task for the phone', async () => {
  const check = await begin()
  expect(check.outerNumber).toMatch(/^[0-9A-Za-z_-]{5,32}$/)
  expect(check.challenge).toEqual({ provider: 'wechat', verifyId: check.ticket })
  expect((await begin()).outerNumber).not.toBe(check.outerNumber)
})

test.each(verificationResults)('one that ended as %s is so answered', async (outcome) => {
  const check = await begin()
  await stage.played.play.face(check.challenge, outcome)
  expect(await ask(check)).toBe(outcome)
})

test('one that nobody has looked into yet is pending', async () => {
  expect(await ask(await begin())).toBe('pending')
})

test('another person\'s phone, or an ID number that cannot be, does not pass', async () => {
  const other = await begin()
  await stage.played.play.face(other.challenge, 'passed', 'citizen-b')
  expect(await ask(other)).toBe('failed')
  const impossible = await begin('citizen-a', nobody)
  await stage.played.play.face(impossible.challenge, 'passed')
  expect(await ask(impossible, { person: nobody })).toBe('failed')
})

describe('a passed check asked about by other ids than its own is pending', () => {
  const others = { outerNumber: 'another-number', platformId: 'citizen-b', person: { ...person, name: '示例公民乙' }, ticket: 'another-ticket' }
  test.each(Object.entries(others))('%s', async (name, value) => {
    const check = await begin()
    await stage.played.play.face(check.challenge, 'passed')
    expect(await ask(check, { [name]: value })).toBe('pending')
    expect(await ask(check)).toBe('passed')
  })
})

test('an hour later there is nothing to ask', async () => {
  const check = await begin()
  await stage.played.play.face(check.challenge, 'passed')
  stage.wait(hour)
  expect(await ask(check)).toBe('pending')
})

/** WeChat's list, code by code. */
const documented: Readonly<Record<VerificationResult, readonly number[]>> = {
  passed: [10000],
  cancelled: [90002, 90003, 90004, 90005, 90006],
  failed: [10002, 10003, 10004, 10010, 10012, 10018, 10020, 10026, 10041, 90001, 90008, 90009, 90010, 90011, 90013, 90014, 90017, 90106, 90107, 90109],
  pending: [10001, 10005, 10006, 10007, 10008, 10013, 10014, 10015, 10016, 10017, 10021, 10029, 10040, 10042, 10045, 10052, 10300, 90007, 90012, 90018, 90104, 90105, 90110, 90199],
}
const rows = verificationResults.flatMap((result) => documented[result].map((code) => [code, result] as const))

test.each([...rows, [0, 'pending'], [99999, 'pending'], ['10000', 'pending'], [undefined, 'pending']] as const)('verify_ret %p is %s', async (verifyRet, result) => {
  stage.played.wechat.next('queryverifyinfo', { fields: { errcode: 0, errmsg: 'ok', verify_ret: verifyRet } })
  expect(await ask({ outerNumber: 'number', ticket: 'ticket' })).toBe(result)
})

test.each([
  [10000, 'passed'], [10004, 'failed'], [90004, 'cancelled'], [10005, 'cancelled'], [10300, 'cancelled'], [99999, 'cancelled'],
] as const)('verify_ret %i with a phone that says it was left is %s', async (verifyRet, result) => {
  stage.played.wechat.next('queryverifyinfo', { fields: { errcode: 0, errmsg: 'ok', verify_ret: verifyRet } })
  expect(await ask({ outerNumber: 'number', ticket: 'ticket' }, { phone: 'cancelled' })).toBe(result)
})

test.each([
  ['an error with the passing result beside it', { fields: { errcode: 84001, errmsg: 'invalid identify id', verify_ret: 10000 } }],
  ['WeChat is busy', { error: -1 }],
  ['we ask too often', { error: 45011 }],
  ['no permission', { error: 48001 }],
  ['no JSON', garbage],
  ['cut before', 'cutBefore'],
  ['cut after', 'cutAfter'],
  ['500', { status: 500 }],
] as const)('never passed: %s', async (_what, fault) => {
  const check = await begin()
  await stage.played.play.face(check.challenge, 'passed')
  stage.played.wechat.next('queryverifyinfo', fault)
  expect(await ask(check)).toBe('pending')
})

test('never passed: no answer in time, whatever the phone says', async () => {
  const check = await begin()
  await stage.played.play.face(check.challenge, 'passed')
  const held = stage.played.wechat.hold('queryverifyinfo')
  const answers = stage.instance(100).wechat.askCheck(asked(check, 'citizen-a', { phone: 'cancelled' }))
  await held.arrived
  expect(await answers).toBe('pending')
  held.release()
})

test.each([
  ['busy', { error: -1 }], ['busy', { error: 45011 }], ['busy', garbage], ['busy', 'cutAfter'], ['busy', { fields: { errcode: 0, errmsg: 'ok' } }],
  ['wechat:48001', { error: 48001 }], ['wechat:40003', { error: 40003 }], ['wechat:40097', { error: 40097 }],
] as const)('none can be begun: %s (%j)', async (code, fault) => {
  stage.played.wechat.next('getverifyid', fault)
  const thrown = await thrownBy(begin())
  expect(thrown).toMatchObject({ code })
  expect(`${thrown.stack}${JSON.stringify(thrown)}`).not.toMatch(/示例|5101001990|citizen-a/)
})

test('nobody unknown to WeChat has a check', async () => {
  expect(await thrownBy(stage.instance().wechat.beginCheck(person, 'never-seen'))).toMatchObject({ code: 'wechat:40003' })
})
