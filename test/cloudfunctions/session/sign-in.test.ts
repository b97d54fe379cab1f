import { doors } from '@/contract'
import { openServices, provideServices } from '../../../cloudfunctions/runtime/services'
import { demoPlatformId } from '../../../cloudfunctions/session/demo-citizens'
import { openRecord, type TestRecord } from '../../support/record'
import { call, citizen, ok, refused } from '../../support/record/citizen'
import { visitor } from '../../support/record/visitor'

let record: TestRecord
beforeAll(async () => { record = await openRecord() })
afterEach(() => provideServices(record.services))
afterAll(() => record.close())

const withoutSandbox = () => provideServices({ ...record.services, config: { ...record.services.config, sandbox: false } })
const withoutPlatforms = () => provideServices({ ...record.services, platforms: { wechat: null, alipay: null } })
const proof = { kind: 'sandbox', citizen: 'in-use', door: 'wechat' } as const
const refusal = { code: 'proofRefused', status: 401 }
const callerOf = (token: string) => record.services.tokens.read(token)

describe.each(doors)('by a code of %s', (door) => {
  const signIn = (code: string) => call('session/signIn', { proof: { kind: door, code } })

  test('the account is the same each time, its door the channel, and nobody is played', async () => {
    const [first, second] = [await visitor(record, door, 'a-person'), await visitor(record, door, 'a-person')]
    const [one, other] = [await callerOf(first.token), await callerOf(second.token)]
    expect(one).toMatchObject({ accountKey: other?.accountKey, epoch: 1, channel: door, played: false })
    expect(one?.sessionId).not.toBe(other?.sessionId)
  })

  test('is good once', async () => {
    const code = await record.platforms.play.login(door, 'a-person')
    await ok(signIn(code))
    expect(await refused(signIn(code))).toEqual(refusal)
  })

  test('is none of the other door\'s, and none that was made up', async () => {
    const other = door === 'wechat' ? 'alipay' : 'wechat'
    for (const code of [await record.platforms.play.login(other, 'a-person'), 'made-up']) expect(await refused(signIn(code))).toEqual(refusal)
  })

  test('is refused where the platform is not set up', async () => {
    const code = await record.platforms.play.login(door, 'a-person')
    withoutPlatforms()
    expect(await refused(signIn(code))).toEqual(refusal)
  })
})

test('the same id at another door is another account', async () => {
  const [atWechat, atAlipay] = [await visitor(record, 'wechat', 'one-id'), await visitor(record, 'alipay', 'one-id')]
  expect((await callerOf(atWechat.token))?.accountKey).not.toBe((await callerOf(atAlipay.token))?.accountKey)
})

test('a platform that does not answer makes us busy', async () => {
  const away = { wechat: { appId: 'a', secret: 'b', api: 'http://127.0.0.1:1' } }
  const services = openServices({ ...record.services.config, ...away })
  provideServices(services)
  expect(await refused(call('session/signIn', { proof: { kind: 'wechat', code: 'a-code' } }))).toEqual({ code: 'busy', status: 503 })
  expect(await refused(call('session/signIn', { proof }))).toEqual(refusal)
  await services.repository.close()
})

describe('in the sandbox', () => {
  test('a demo citizen is played at a door, which is the channel of what follows', async () => {
    const { report } = await ok((await citizen('in-use', 'alipay')).report())
    expect(report.channel).toBe('alipay')
  })

  test('who is played is whoever comes by that id at the platform', async () => {
    const played = await ok(call('session/signIn', { proof }))
    const real = await visitor(record, 'wechat', demoPlatformId('wechat', 'in-use'))
    const [one, other] = [await callerOf(played.token), await callerOf(real.token)]
    expect([one?.accountKey, one?.played, other?.played]).toEqual([other?.accountKey, true, false])
    expect([played.bound, real.bound]).toEqual([true, true])
  })

  test('the newcomer\'s account is nobody\'s, and their number is there to bind it by', async () => {
    const { bound } = await ok(call('session/signIn', { proof: { ...proof, citizen: 'newcomer' } }))
    const { citizens } = await ok(call('session/demoCitizens', {}))
    expect([bound, citizens.filter(({ newcomer }) => newcomer).map(({ id, idNumber }) => [id, idNumber])]).toEqual([false, [['newcomer', '000000199404160168']]])
  })

  test('a citizen nobody knows is refused', async () => {
    expect(await refused(call('session/signIn', { proof: { ...proof, citizen: 'nobody' } }))).toEqual(refusal)
  })

  test('and where no platform is played', async () => {
    withoutPlatforms()
    expect(await refused(call('session/signIn', { proof }))).toEqual(refusal)
  })
})

test('outside the sandbox nobody signs in by saying so, and there are no demo citizens', async () => {
  withoutSandbox()
  expect(await refused(call('session/signIn', { proof }))).toEqual(refusal)
  expect(await refused(call('session/demoCitizens', {}))).toEqual({ code: 'notFound', status: 404 })
  await visitor(record, 'wechat')
})
