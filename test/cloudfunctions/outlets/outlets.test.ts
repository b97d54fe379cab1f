import { cityCodes, policyOf, sources } from '@/domain/policies'
import { openRecord, type TestRecord } from '../../support/record'
import { call, ok, refused } from '../../support/record/citizen'

let record: TestRecord
beforeAll(async () => { record = await openRecord() })
afterAll(() => record.close())

test('Chengdu\'s seven banks, in both languages, with hotlines and whether they are confirmed', async () => {
  const { banks } = await ok(call('outlets/banks', { city: 'chengdu' }))
  expect(banks.map(({ hotline, verified }) => `${hotline} ${verified}`)).toEqual([
    '95588 true', '95599 false', '95533 true', '95580 false', '95566 true', '95507 true', '95392 true',
  ])
  expect(banks[5]).toEqual({ code: 'bocd', name: '成都银行', nameEn: 'Bank of Chengdu', hotline: '95507', verified: true })
})

test.each(cityCodes)('the rules of %s say each value with where it is written', async (city) => {
  const rules = await ok(call('outlets/policy', { city }))
  const policy = policyOf(city)
  expect(rules.hotline).toEqual({ ...policy.hotline, source: sources[policy.hotline.source] })
  expect(rules.temporaryDays.socialSecurity.value).toBe(policy.temporaryDays.socialSecurity.value)
  expect(rules.release.value).toEqual(policy.release.value)
  expect(rules.reports.value).toEqual(policy.reports.value)
})

test('a city nobody knows is malformed', async () => {
  const nowhere = { city: 'nowhere' } as unknown as { city: 'chengdu' }
  expect(await refused(call('outlets/policy', nowhere))).toMatchObject({ code: 'malformedRequest', status: 400 })
})
