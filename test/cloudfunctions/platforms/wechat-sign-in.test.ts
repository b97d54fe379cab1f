import { garbage } from '../../support/platforms'
import { openPlatforms } from '../../../cloudfunctions/platforms'
import { failureOf } from '../../../cloudfunctions/runtime/errors'
import { openStage, thrownBy, type Stage } from './stage'

let stage: Stage
beforeAll(async () => { stage = await openStage() })
afterAll(() => stage.close())

const api = 'jscode2session'
const signIn = async (platformId = 'citizen-a') => stage.instance().wechat.signIn(await stage.played.play.login('wechat', platformId))
const minutes = 60_000

test('a code is exchanged for the openid of whom it was given to', async () => {
  expect(await signIn('citizen-a')).toBe('citizen-a')
})

test('a code that is used, unknown or five minutes old proves nothing', async () => {
  const { wechat } = stage.instance()
  const used = await stage.played.play.login('wechat', 'citizen-a')
  await wechat.signIn(used)
  const old = await stage.played.play.login('wechat', 'citizen-a')
  stage.wait(5 * minutes)
  for (const code of [used, old, 'never-given']) expect(await thrownBy(wechat.signIn(code))).toMatchObject({ code: 'proofRefused' })
})

test.each([40029, 40163, 40226])('errcode %i refuses the proof', async (error) => {
  stage.played.wechat.next(api, { error })
  expect(await thrownBy(signIn())).toMatchObject({ name: 'RequestError', code: 'proofRefused' })
})

test.each([
  ['WeChat is busy', { error: -1 }],
  ['we ask too often', { error: 45011 }],
  ['we have asked too often today', { error: 45009 }],
  ['the answer is no JSON', garbage],
  ['the answer is JSON of another shape', { altered: (): string => '["openid"]' }],
  ['the answer names nobody', { fields: { session_key: 'k' } }],
  ['the connection is cut before the answer', 'cutBefore'],
  ['the connection is cut after WeChat has done its part', 'cutAfter'],
  ['WeChat answers 500', { status: 500 }],
  ['WeChat sends us elsewhere', { status: 302 }],
] as const)('busy: %s', async (_what, fault) => {
  stage.played.wechat.next(api, fault)
  expect(await thrownBy(signIn())).toMatchObject({ name: 'RequestError', code: 'busy' })
})

test('busy: WeChat does not answer in time', async () => {
  const code = await stage.played.play.login('wechat', 'citizen-a')
  const held = stage.played.wechat.hold(api)
  const answer = thrownBy(stage.instance(100).wechat.signIn(code))
  await held.arrived
  expect(await answer).toMatchObject({ code: 'busy' })
  held.release()
})

test('busy: there is no WeChat where it should be', async () => {
  const { wechat } = openPlatforms({ wechat: { ...stage.played.config.wechat, api: 'http://127.0.0.1:1' }, alipay: null }, { token: async () => '' })
  expect(await thrownBy(wechat?.signIn('code') ?? Promise.resolve())).toMatchObject({ code: 'busy' })
})

test.each([
  [40013, 'check WECHAT_APP_ID'],
  [40125, 'check WECHAT_SECRET'],
  [40164, 'check which addresses the application lets in'],
  [99999, 'check WeChat\'s list of errors'],
])('errcode %i is a fault that says where to look: %s', async (error, advice) => {
  stage.played.wechat.next(api, { error })
  const thrown = await thrownBy(signIn())
  expect(thrown).toMatchObject({ name: 'PlatformFault', code: `wechat:${error}`, message: `wechat answers ${error}: ${advice}.` })
  expect(failureOf(thrown, 'request-1').code).toBe('fault')
})

test.each([['appId', 40013], ['secret', 40125]] as const)('a wrong %s is WeChat\'s %i, and no error quotes it, the code or the openid', async (setting, errcode) => {
  const config = { wechat: { ...stage.played.config.wechat, [setting]: 'wrong-value' }, alipay: null }
  const { wechat } = openPlatforms(config, { token: async () => '' })
  const code = await stage.played.play.login('wechat', 'citizen-a')
  const thrown = await thrownBy(wechat?.signIn(code) ?? Promise.resolve())
  expect(thrown).toMatchObject({ code: `wechat:${errcode}` })
  expect(`${thrown.stack}${JSON.stringify(thrown)}`).not.toMatch(new RegExp(`wrong-value|citizen-a|${code}|${stage.played.config.wechat.secret}`))
})

test('a platform that is not set up is not there', () => {
  expect(openPlatforms({ wechat: null, alipay: null }, { token: async () => '' })).toEqual({ wechat: null, alipay: null })
})
