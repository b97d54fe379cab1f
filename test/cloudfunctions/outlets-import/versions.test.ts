import type { Change, Gap, ReportSummary } from '../../../cloudfunctions/repository'
import { outlet, outletFile } from '../../support/record/outlet-file'
import { openLists, type Lists } from './load'

jest.setTimeout(60_000)

let lists: Lists
beforeAll(async () => { lists = await openLists() })
beforeEach(() => lists.empty())
afterAll(() => lists.close())

const load: Lists['load'] = (...args) => lists.load(...args)

const outlets = () => lists.services.repository.outlets
const currentVersion = async () => (await outlets().current('chengdu'))?.version
const inHours = (hours: number) => Date.now() + hours * 3_600_000

/** Loads a list that must be good, and resolves to its version. */
const loaded = async (file: string, from: number | null = null): Promise<string> => {
  const { imported } = await load(file, { from })
  if (imported.outcome !== 'loaded') throw new Error(`expected a new version, got ${imported.outcome}`)
  return imported.version
}

/** So many hours go by: everything decided lies that much further back. */
const pass = (hours: number) => lists.sql.query('update outlet_publication set current_from = current_from - $1, decided_at = decided_at - $1', [hours * 3_600_000])

describe('a version', () => {
  test('takes the former one\'s place, which stays beside it', async () => {
    const [first, second] = [await loaded(outletFile(outlet())), await loaded(outletFile(outlet(), outlet()))]
    expect(await currentVersion()).toBe(second)
    expect((await outlets().versions('chengdu')).map(({ version, outlets, current, nextFrom, fictional }) => ({ version, outlets, current, nextFrom, fictional }))).toEqual([
      { version: second, outlets: 2, current: true, nextFrom: null, fictional: false }, { version: first, outlets: 1, current: false, nextFrom: null, fictional: false },
    ])
    expect(await outlets().versions('beijing')).toEqual([])
  })

  test('that is to come takes over at its time', async () => {
    const first = await loaded(outletFile(outlet()))
    const from = inHours(3)
    const next = await loaded(outletFile(outlet()), from)
    expect(await currentVersion()).toBe(first)
    expect(await outlets().versions('chengdu')).toMatchObject([{ version: next, current: false, nextFrom: from }, { version: first, current: true, nextFrom: null }])
    await pass(2.9)
    expect(await currentVersion()).toBe(first)
    await pass(0.2)
    expect(await currentVersion()).toBe(next)
  })

  test('cannot have been current in the past', async () => {
    expect((await load(outletFile(outlet()), { from: Date.now() - 60_000 })).imported).toEqual({ outcome: 'pastTime' })
    expect(await outlets().versions('chengdu')).toEqual([])
  })

  test('that is the same list again is none', async () => {
    const file = [outlet({ kind: 'bank', bank: 'icbc' }), outlet({ phone: '' }), outlet({ monday: '00:00-24:00' })]
    const first = await loaded(outletFile(...file))
    expect((await load(outletFile(...file))).imported).toEqual({ outcome: 'unchanged', city: 'chengdu', version: first, outlets: 3 })
    expect((await load(outletFile(...[...file].reverse()))).imported.outcome).toBe('unchanged')
    expect((await outlets().versions('chengdu')).length).toBe(1)
    expect((await lists.sql.query('select from outlet_publication')).rowCount).toBe(1)
  })

  test.each([
    ['name', { name: '别的名称' }], ['place', { longitude: '104.0430001' }], ['hours', { friday: '09:00-16:59' }], ['phone', { phone: '' }],
    ['capabilities', { capabilities: 'reissue' }], ['checked_on', { checked_on: '2026-11-02' }], ['checked_by', { checked_by: '别人' }],
  ])('that differs in %s alone is a new one', async (_what, over) => {
    const [one, other] = [outlet(), outlet()]
    const first = await loaded(outletFile(one, other))
    expect(await loaded(outletFile(one, { ...other, ...over }))).not.toBe(first)
  })

  test('is new again once another list is to hold by then', async () => {
    const [a, b] = [outletFile(outlet()), outletFile(outlet())]
    const first = await loaded(a)
    await loaded(b, inHours(3))
    expect((await load(a)).imported).toMatchObject({ outcome: 'unchanged', version: first })
    expect((await load(a, { from: inHours(4) })).imported.outcome).toBe('loaded')
    expect((await load(b)).imported.outcome).toBe('loaded')
  })

  test('of one city leaves another\'s alone', async () => {
    const chengdu = await loaded(outletFile(outlet()))
    await loaded(outletFile(outlet({ city: 'beijing', district: '110101', longitude: '116.4', latitude: '39.9' })))
    expect(await currentVersion()).toBe(chengdu)
    expect((await outlets().versions('beijing')).length).toBe(1)
  })

  test('imported twice at once is one', async () => {
    const file = outletFile(outlet(), outlet())
    const outcomes = await Promise.all([load(file), load(file)])
    expect(outcomes.map(({ imported }) => imported.outcome).sort()).toEqual(['loaded', 'unchanged'])
  })
})

describe('a former version', () => {
  test('is brought back, and the later one after it', async () => {
    const [first, second] = [await loaded(outletFile(outlet())), await loaded(outletFile(outlet()))]
    expect(await outlets().publish('chengdu', first, null)).toMatchObject({ outcome: 'published' })
    expect(await currentVersion()).toBe(first)
    await outlets().publish('chengdu', second, null)
    expect(await currentVersion()).toBe(second)
    expect((await lists.sql.query('select seq, version from outlet_publication order by seq')).rows).toEqual(
      [first, second, first, second].map((version, index) => ({ seq: index + 1, version })))
  })

  test('is brought back from a time on', async () => {
    const [first, second] = [await loaded(outletFile(outlet())), await loaded(outletFile(outlet()))]
    const from = inHours(1)
    expect(await outlets().publish('chengdu', first, from)).toEqual({ outcome: 'published', currentFrom: from })
    expect(await currentVersion()).toBe(second)
    await pass(1)
    expect(await currentVersion()).toBe(first)
  })

  test('published for the time of a list that is to come takes that one\'s place', async () => {
    const first = await loaded(outletFile(outlet()))
    const from = inHours(1)
    await loaded(outletFile(outlet()), from)
    await outlets().publish('chengdu', first, from)
    expect((await outlets().versions('chengdu')).map(({ nextFrom }) => nextFrom)).toEqual([null, from])
    await pass(2)
    expect(await currentVersion()).toBe(first)
  })

  test('is not published where nothing would change, nobody knows it, or the time has passed', async () => {
    const first = await loaded(outletFile(outlet()))
    expect(await outlets().publish('chengdu', first, null)).toEqual({ outcome: 'already' })
    expect(await outlets().publish('chengdu', 'nothing', null)).toEqual({ outcome: 'unknownVersion' })
    expect(await outlets().publish('beijing', first, null)).toEqual({ outcome: 'unknownVersion' })
    expect(await outlets().publish('chengdu', first, Date.now() - 1000)).toEqual({ outcome: 'pastTime' })
    expect((await lists.sql.query('select from outlet_publication')).rowCount).toBe(1)
  })
})

interface Heard {
  readonly outcome: string
  readonly summaries: ReportSummary[]
  readonly gaps: Gap[]
  readonly changes: Change[]
}

const report = async (versions: readonly [string, string] | null = null, staleDays = 180): Promise<Heard> => {
  const heard: Omit<Heard, 'outcome'> = { summaries: [], gaps: [], changes: [] }
  const outcome = await outlets().report({ city: 'chengdu', staleDays, versions }, {
    summary: (summary) => heard.summaries.push(summary),
    gap: (gap) => heard.gaps.push(gap),
    change: (change) => heard.changes.push(change),
  })
  return { outcome, ...heard }
}

describe('a report', () => {
  const noHours = { monday: '', tuesday: '', wednesday: '', thursday: '', friday: '', saturday: '', sunday: '' }

  test('counts and names what the current version lacks', async () => {
    const { rows: [days] } = await lists.sql.query<{ last: string; before: string }>(`select to_char(d - 180, 'YYYY-MM-DD') as last, to_char(d - 181, 'YYYY-MM-DD') as before
      from (select (now() at time zone '+08:00'::interval)::date as d) today`)
    await loaded(outletFile(
      outlet({ id: 'a', checked_on: days?.before ?? '' }), outlet({ id: 'b', checked_on: days?.last ?? '' }), outlet({ id: 'c', phone: '', holidays: '' }),
      outlet({ id: 'd', ...noHours }), outlet({ id: 'e' })))
    const { outcome, summaries: [summary], gaps, changes } = await report()
    expect([outcome, summary]).toEqual(['told', {
      version: await currentVersion(), checkedBefore: days?.last, gaps: { outlets: 5, stale: 1, phone: 1, hours: 1, holidays: 1 }, since: null }])
    expect(gaps.map(({ outletId, stale, phone, hours, holidays }) => ({ outletId, stale, phone, hours, holidays }))).toEqual([
      { outletId: 'a', stale: true, phone: false, hours: false, holidays: false }, { outletId: 'c', stale: false, phone: true, hours: false, holidays: true },
      { outletId: 'd', stale: false, phone: false, hours: true, holidays: false },
    ])
    expect([changes, (await report(null, 181)).summaries[0]?.gaps.stale, (await report(null, 0)).summaries[0]?.gaps.stale]).toEqual([[], 0, 5])
  })

  test('says what has changed since the former version, column by column', async () => {
    const [kept, changed, gone, come] = [outlet({ id: 'a' }), outlet({ id: 'b' }), outlet({ id: 'c' }), outlet({ id: 'd' })]
    const former = await loaded(outletFile(kept, changed, gone))
    await loaded(outletFile(kept, { ...changed, phone: '', friday: 'closed', longitude: '104.05', checked_on: '2026-11-03' }, come))
    const { summaries: [summary], changes } = await report()
    expect(summary?.since).toEqual({ version: former, changes: { added: 1, removed: 1, changed: 1 } })
    expect(changes).toEqual([
      { outletId: 'b', name: changed.name, what: 'changed', columns: ['longitude', 'phone', 'hours', 'checked_on'] },
      { outletId: 'c', name: gone.name, what: 'removed', columns: [] }, { outletId: 'd', name: come.name, what: 'added', columns: [] },
    ])
  })

  test('compares any two versions, either way round', async () => {
    const one = outlet()
    const [a, , c] = [await loaded(outletFile(one)), await loaded(outletFile(outlet())), await loaded(outletFile(one, outlet()))]
    expect((await report([a, c])).summaries).toMatchObject([{ version: c, since: { version: a, changes: { added: 1, removed: 0, changed: 0 } } }])
    expect((await report([c, a])).summaries).toMatchObject([{ version: a, since: { version: c, changes: { added: 0, removed: 1, changed: 0 } } }])
    expect((await report([a, a])).summaries).toMatchObject([{ since: { changes: { added: 0, removed: 0, changed: 0 } } }])
  })

  test('takes for the former version what held before the current one, also where that was brought back', async () => {
    const [first, second] = [await loaded(outletFile(outlet())), await loaded(outletFile(outlet()))]
    await loaded(outletFile(outlet()), inHours(1))
    expect((await report()).summaries).toMatchObject([{ version: second, since: { version: first } }])
    await outlets().publish('chengdu', first, null)
    expect((await report()).summaries).toMatchObject([{ version: first, since: { version: second } }])
  })

  test('of a long list tells of all of it', async () => {
    const many = (phone: string) => outletFile(...Array.from({ length: 4500 }, (_, index) => outlet({ id: `m-${index}`, latitude: '30.6', phone })))
    await loaded(many('028-00000000'))
    await loaded(many(''))
    const { gaps, changes } = await report()
    expect([gaps.length, new Set(changes.map(({ outletId }) => outletId)).size]).toEqual([4500, 4500])
  })

  test('of no list, or of a version nobody knows, says so', async () => {
    expect(await report()).toMatchObject({ outcome: 'noList', summaries: [] })
    const version = await loaded(outletFile(outlet()))
    expect(await report([version, 'nothing'])).toMatchObject({ outcome: 'unknownVersion', summaries: [] })
  })
})
