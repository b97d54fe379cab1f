import type { RequestOf } from '@/contract'
import { fromIso } from '@/domain/time'
import { openRecord, type TestRecord } from '../../support/record'
import { call, ok, refused } from '../../support/record/citizen'
import { outlet, publish } from '../../support/outlets/publish'

const allDay = Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }])

let record: TestRecord
beforeAll(async () => {
  record = await openRecord()
  await publish(record.sql, {
    version: 'first',
    outlets: [
      outlet('agency', { name: '示例经办大厅', address: '天府示例路 12 号', name_initials: 'sljbdt', address_initials: 'tfsll12h', longitude: 104.08, capabilities: ['reportLoss', 'releaseLoss', 'reissue'] }),
      outlet('icbc', { name: '示例银行ＡＢＣ支行', kind: 'bank', bank: 'icbc', longitude: 104.07, district: '510105', name_initials: 'slyhabczh', capabilities: ['instantIssuance', 'collect'] }),
      outlet('ccb', { kind: 'bank', bank: 'ccb', longitude: 104.06, holidays: null, capabilities: ['instantIssuance'] }),
      outlet('terminal', { kind: 'terminal', longitude: 104.05, hours: allDay, holidays: 'open', capabilities: ['reportLoss'] }),
      outlet('unknown', { kind: 'hospital', longitude: 104.0395, hours: null, holidays: null, district: '510107', notes: '先打电话', phone: '10000000001' }),
    ],
  })
})
afterAll(() => record.close())

type Asked = Omit<RequestOf<'outlets/search'>, 'city'>
const search = (asked: Asked = {}) => ok(call('outlets/search', { city: 'chengdu', ...asked }))
const found = async (asked: Asked = {}) => (await search(asked)).outlets.map(({ outletId }) => outletId.replace('chengdu.', '')).join(' ')
const refusal = async (asked: Asked, city: RequestOf<'outlets/search'>['city'] = 'chengdu') => {
  const answer = await call('outlets/search', { city, ...asked })
  return answer.ok ? null : [answer.error.code, answer.error.details?.field].join(' ')
}

const near = { near: { longitude: 104.045, latitude: 30.66 }, system: 'wgs84' } as const

/** A Tuesday with nothing special to it, and National Day, a Thursday. */
const tuesday = (time: string) => `2026-03-10T${time}:00+08:00`
const nationalDay = '2026-10-01T10:00:00+08:00'

/** Asks on that Tuesday at ten: there are days of which the calendar knows nothing yet. */
const onTuesday = async <T>(ask: () => Promise<T>): Promise<T> => {
  const clock = jest.spyOn(Date, 'now').mockReturnValue(fromIso(tuesday('10:00')))
  try {
    return await ask()
  } finally {
    clock.mockRestore()
  }
}

describe('order', () => {
  test('without a place it is the list\'s own', async () => {
    expect(await found()).toBe('agency icbc ccb terminal unknown')
    expect((await search()).outlets.every(({ distance }) => distance === undefined)).toBe(true)
  })

  test('with a place the nearest comes first, and says how far in metres', async () => {
    const { outlets } = await search(near)
    expect(outlets.map(({ outletId, distance }) => `${outletId} ${distance}`)).toEqual([
      'chengdu.terminal 478', 'chengdu.unknown 526', 'chengdu.ccb 1435', 'chengdu.icbc 2391', 'chengdu.agency 3348',
    ])
  })

  test('the open ones first, nearest first; then the others, nearest first, where it cannot be known among them', async () => {
    const open = { order: 'openFirst', query: '示例' } as const
    const { outlets } = await onTuesday(() => search({ ...near, ...open }))
    expect(outlets).toHaveLength(5)
    const states = outlets.map(({ opening }) => opening.state === 'open')
    expect(states).toEqual([...states].sort((a, b) => Number(b) - Number(a)))
    expect(outlets[0]).toMatchObject({ outletId: 'chengdu.terminal', opening: { state: 'open' }, fits: ['open', 'name', 'address'] })
    expect(outlets.at(-1)?.fits).not.toContain('open')
  })
})

describe('filters', () => {
  test.each<[string, Asked, string]>([
    ['one kind', { kind: ['bank'] }, 'icbc ccb'],
    ['one of several kinds', { kind: ['terminal', 'hospital'] }, 'terminal unknown'],
    ['a bank', { bank: 'ccb' }, 'ccb'],
    ['a bank that has no outlet here', { bank: 'bocom' }, ''],
    ['a capability', { capability: ['instantIssuance'] }, 'icbc ccb'],
    ['all of several capabilities', { capability: ['instantIssuance', 'collect'] }, 'icbc'],
    ['a district', { district: '510107' }, 'unknown'],
    ['a district without outlets', { district: '510181' }, ''],
    ['kind and district', { kind: ['bank'], district: '510104' }, 'ccb'],
    ['bank, capability, district, time and name', { bank: 'icbc', capability: ['collect'], district: '510105', openAt: tuesday('10:00'), query: '银行' }, 'icbc'],
    ['filters that no outlet meets together', { bank: 'icbc', capability: ['resetPassword'] }, ''],
  ])('%s', async (_, asked, expected) => {
    expect(await found(asked)).toBe(expected)
    expect(await found({ ...asked, ...near })).toBe(expected.split(' ').reverse().sort((a, b) => order.indexOf(a) - order.indexOf(b)).join(' '))
  })
  const order = ['terminal', 'unknown', 'ccb', 'icbc', 'agency']

  test('each answer says which wishes an outlet meets', async () => {
    const { outlets } = await search({ bank: 'icbc', kind: ['bank'], capability: ['collect'], district: '510105', openAt: tuesday('10:00'), query: '示例' })
    expect(outlets[0]?.fits).toEqual(['kind', 'bank', 'capability', 'district', 'open', 'name', 'address'])
    expect((await search()).outlets[0]?.fits).toEqual([])
  })
})

describe('open at a time', () => {
  test.each([
    ['before opening', tuesday('08:59'), 'terminal'],
    ['from the opening minute on', tuesday('09:00'), 'agency icbc ccb terminal'],
    ['at lunch', tuesday('12:30'), 'terminal'],
    ['after lunch', tuesday('13:30'), 'agency icbc ccb terminal'],
    ['from the closing minute on not', tuesday('17:00'), 'terminal'],
    ['on a holiday', nationalDay, 'terminal'],
    ['the same moment said elsewhere', '2026-03-10T01:00:00Z', 'agency icbc ccb terminal'],
    ['in a year without a calendar, where nobody knows', '2199-03-12T10:00:00+08:00', ''],
  ])('%s', async (_, openAt, expected) => {
    expect(await found({ openAt })).toBe(expected)
  })

  test('says until when, and when again', async () => {
    const { outlets } = await search({ openAt: tuesday('11:00'), bank: 'icbc' })
    expect(outlets[0]?.opening).toEqual({ state: 'open', until: '2026-03-10T12:00:00.000+08:00', reopensAt: '2026-03-10T13:30:00.000+08:00' })
    expect((await search({ kind: ['hospital'] })).outlets[0]?.opening).toEqual({ state: 'callFirst', why: 'hoursUnknown' })
  })

  test('now is a time too', async () => {
    expect(await onTuesday(() => found({ openAt: 'now' }))).toBe('agency icbc ccb terminal')
  })
})

describe('a query', () => {
  test.each([
    ['经办', 'agency'], ['示例路 12', 'agency'], ['jbdt', 'agency'], ['JB', 'agency'], ['tfsl', 'agency'], ['sl yh', 'icbc'], ['abc', 'icbc'], ['ＡＢc', 'icbc'],
    ['银行　支', ''], ['示例路', 'agency icbc ccb terminal unknown'], ['没有这里', ''], ['厅天府', ''], ['行abc', 'icbc'], ['%', ''], ['.*', ''],
    ['\u001f', ''], ['厅\u001f天', ''],
  ])('%s', async (query, expected) => {
    expect(await found({ query })).toBe(expected)
  })

  test('says whether it was the name or the address', async () => {
    expect((await search({ query: '天府' })).outlets[0]?.fits).toEqual(['address'])
    expect((await search({ query: 'sljb' })).outlets[0]?.fits).toEqual(['name'])
  })
})

describe('places', () => {
  test('come in and go out in the system of China\'s maps unless told otherwise', async () => {
    const [wgs84, gcj02] = [await search({ ...near, query: '经办' }), await search({ near: near.near, query: '经办' })]
    expect(wgs84.outlets[0]).toMatchObject({ location: { longitude: 104.08, latitude: 30.66 }, distance: 3348 })
    const shifted = gcj02.outlets[0]
    expect(shifted?.location).toEqual({ longitude: 104.082529, latitude: 30.657596 })
    const there = await search({ near: shifted?.location ?? near.near, query: '经办' })
    expect(there.outlets[0]?.distance).toBe(0)
  })

  test('a place at the edge of the box taken for China is answered like any other', async () => {
    expect(await found({ near: { longitude: 72.0045, latitude: 30 } })).toBe('unknown terminal ccb icbc agency')
  })
})

test('what names nothing is refused, and says which field', async () => {
  expect(await refusal({ district: '110101' })).toBe('invalidRequest district')
  expect(await refusal({ district: '510104' }, 'national')).toBe('invalidRequest district')
  expect(await refusal({ bank: 'nobank' })).toBe('invalidRequest bank')
  expect(await refusal({ bank: 'constructor' })).toBe('invalidRequest bank')
  expect(await refusal({ openAt: '2026-02-30T10:00:00+08:00' })).toBe('invalidRequest openAt')
  expect(await refusal({ limit: 51 })).toBe('malformedRequest limit')
  expect(await refusal({ query: '  ' })).toBe('malformedRequest query')
})

test('a city without a list has no outlets, and no list', async () => {
  expect(await ok(call('outlets/search', { city: 'beijing' }))).toEqual({ outlets: [] })
  const { districts, list } = await ok(call('outlets/districts', { city: 'beijing' }))
  expect(districts.length).toBeGreaterThan(10)
  expect(districts.every(({ outlets }) => outlets === 0)).toBe(true)
  expect(list).toBeUndefined()
  expect(await ok(call('outlets/districts', { city: 'national' }))).toEqual({ districts: [] })
})

test('every district of the city, with how many outlets it has', async () => {
  const { districts, list } = await ok(call('outlets/districts', { city: 'chengdu' }))
  expect(districts.filter(({ outlets }) => outlets > 0)).toEqual([
    { code: '510104', name: '锦江区', outlets: 3 }, { code: '510105', name: '青羊区', outlets: 1 }, { code: '510107', name: '武侯区', outlets: 1 },
  ])
  expect(districts.length).toBeGreaterThan(15)
  expect(list).toMatchObject({ version: 'first', fictional: true })
})

describe('one outlet', () => {
  test('with all that is known of it', async () => {
    const { outlet: agency, list } = await ok(call('outlets/get', { outletId: 'chengdu.agency', system: 'wgs84' }))
    expect(agency).toMatchObject({ outletId: 'chengdu.agency', name: '示例经办大厅', district: { code: '510104', name: '锦江区' }, location: { longitude: 104.08, latitude: 30.66 } })
    expect(agency.hours?.[0]).toEqual([{ from: '09:00', to: '12:00' }, { from: '13:30', to: '17:00' }])
    expect(agency).toMatchObject({ holidays: 'closed', source: '示例名录', checkedOn: '2026-01-01' })
    expect(list.version).toBe('first')
  })

  test('says nothing of what its list does not', async () => {
    const { outlet: hospital } = await ok(call('outlets/get', { outletId: 'chengdu.unknown' }))
    expect(hospital).toMatchObject({ notes: '先打电话', phone: '10000000001', opening: { state: 'callFirst', why: 'hoursUnknown' } })
    expect(Object.keys(hospital)).not.toEqual(expect.arrayContaining(['hours']))
    expect(Object.keys(hospital)).not.toEqual(expect.arrayContaining(['holidays']))
  })

  test.each(['chengdu.nowhere', 'shanghai.agency', 'atlantis.agency'])('there is no %s', async (outletId) => {
    expect(await refused(call('outlets/get', { outletId }))).toMatchObject({ code: 'notFound', status: 404 })
  })
})
