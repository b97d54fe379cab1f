import { provideServices } from '../../../cloudfunctions/runtime/services'
import { openRecord, type TestRecord } from '../../support/record'
import { call, citizen, ok, refused } from '../../support/record/citizen'

let record: TestRecord
beforeAll(async () => { record = await openRecord() })
afterEach(() => provideServices(record.services))
afterAll(() => record.close())

const withoutSandbox = () => provideServices({ ...record.services, config: { ...record.services.config, sandbox: false } })
const proof = { kind: 'sandbox', citizen: 'in-use', door: 'wechat' } as const

test('the token says which door was played, and that is the channel of what follows', async () => {
  const { report } = await ok((await citizen('in-use', 'alipay')).report())
  expect(report.channel).toBe('alipay')
})

test('a citizen nobody knows is refused', async () => {
  expect(await refused(call('session/signIn', { proof: { ...proof, citizen: 'nobody' } }))).toEqual({ code: 'proofRefused', status: 401 })
})

test('outside the sandbox nobody signs in by saying so, and there are no demo citizens', async () => {
  withoutSandbox()
  expect(await refused(call('session/signIn', { proof }))).toEqual({ code: 'proofRefused', status: 401 })
  expect(await refused(call('session/demoCitizens', {}))).toEqual({ code: 'notFound', status: 404 })
})

test.each(['card/list', 'card/get', 'card/history', 'card/bankTold', 'card/reportLoss', 'card/releaseLoss'] as const)('%s needs someone who is signed in', async (name) => {
  const { cardId, check } = await citizen('locked', 'wechat')
  const requests = {
    'card/list': {}, 'card/get': { cardId }, 'card/history': { cardId },
    'card/bankTold': { cardId, told: true, idempotencyKey: 'key-of-nobody' },
    'card/reportLoss': { cardId, verificationId: await check('reportLoss'), idempotencyKey: 'key-of-nobody' },
    'card/releaseLoss': { cardId, verificationId: await check('releaseLoss'), idempotencyKey: 'key-of-nobody' },
  }
  expect(await refused(call(name, requests[name]))).toEqual({ code: 'notSignedIn', status: 401 })
})
