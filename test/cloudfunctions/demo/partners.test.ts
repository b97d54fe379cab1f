import type { OperationName, RequestOf } from '@/contract'
import { channelOperations } from '@/contract/channel'
import { loadDemoCity } from '../../../cloudfunctions/host/demo'
import { demoPartners, demoStaff } from '../../../cloudfunctions/host/demo/partners'
import { partnerChannels } from '../../../cloudfunctions/runtime/partner-operations'
import { openRecord, send, type TestRecord } from '../../support/record'
import { signed } from '../../support/record/partner'

jest.setTimeout(60_000)

let record: TestRecord
beforeAll(async () => { record = await openRecord() })
afterAll(() => record.close())

const isOfPartners = (name: string): name is Extract<OperationName, `channel/${string}`> => name in channelOperations

/** What comes of a signed request that has nothing in it: whoever is known and permitted is told that it is malformed, or answered. */
const word = async (partnerId: string, secret: string, operation: string) => {
  const name = `channel/${operation}`
  if (!isOfPartners(name)) throw new Error(`${name} is no operation of partners`)
  const answer = await send(name, {} as RequestOf<typeof name>, signed({ partnerId, secret }, name, '{}'))
  return answer.ok ? 'ok' : answer.error.code
}

test('every channel has a partner, and a bank a second one to keep apart', () => {
  expect([...new Set(demoPartners.map(({ channel }) => channel))].sort()).toEqual([...partnerChannels].sort())
  expect(demoPartners.filter(({ channel }) => channel === 'bank').map(({ bank }) => bank)).toEqual(['icbc', 'ccb'])
})

test.each(demoPartners)('$partnerId is let in by its secret, to all that its channel does', async ({ partnerId, secret, operations }) => {
  const [operation = ''] = operations
  expect(await word(partnerId, secret, operation)).toMatch(/^(malformedRequest|ok)$/)
  expect(await word(partnerId, `${secret}.`, operation)).toBe('signatureRefused')
})

test('what was changed since stays as it is when the city is loaded again', async () => {
  const { repository } = record.services
  const { staffId, password } = demoStaff
  await repository.partners.disable('demo-bureau')
  await repository.partners.rotate('demo-tianfu', 0)
  await repository.staff.disable(staffId)
  await loadDemoCity(repository)
  expect([await word('demo-bureau', 'demo-bureau-secret', 'disputes'), await word('demo-tianfu', 'demo-tianfu-secret', 'cardStatus')])
    .toEqual(['signatureRefused', 'signatureRefused'])
  expect(await send('counter/signIn', { staffId, password })).toMatchObject({ ok: false, error: { code: 'proofRefused' } })
})
