import type { DataOf, RequestOf } from '@/contract'
import { dayKind } from '@/domain/calendar'
import { civilDate } from '@/domain/time'
import type { OutletNeed } from '@/domain/words'
import { openRecord, type TestRecord } from '../../support/record'
import { call, citizen, ok, refused } from '../../support/record/citizen'
import { outlet, publish, type Outlet } from '../../support/outlets/publish'

const everything = ['reportLoss', 'releaseLoss', 'reissue', 'collect', 'activateSocialSecurity'] as const
const ofBank = (bank: string, longitude: number): Outlet =>
  outlet(bank, { kind: 'bank', bank, longitude, capabilities: ['reportLoss', 'instantIssuance', 'collect', 'activateFinancial'] })

/** From west to east. */
const outlets = [
  outlet('agency', { longitude: 104.01, capabilities: everything }),
  outlet('bureau', { kind: 'bureau', longitude: 104.02, capabilities: everything, hours: Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]), holidays: 'open' }),
  outlet('community', { kind: 'community', longitude: 104.03, capabilities: ['reportLoss'], district: '510105' }),
  ofBank('icbc', 104.04), ofBank('ccb', 104.05), ofBank('abc', 104.06),
  outlet('terminal', { kind: 'terminal', longitude: 104.07, capabilities: ['reportLoss', 'releaseLoss'] }),
  outlet('hospital', { kind: 'hospital', longitude: 104.08, capabilities: ['reportLoss'] }),
]

let record: TestRecord
beforeAll(async () => {
  record = await openRecord()
  await publish(record.sql, { version: 'first', outlets })
})
afterAll(() => record.close())

type Id = Parameters<typeof citizen>[0]
type Narrowing = Omit<RequestOf<'outlets/forCard'>, 'cardId' | 'need'>
const near = { near: { longitude: 104, latitude: 30.66 } }

const forCard = async (id: Id, need: OutletNeed, narrowing: Narrowing = near, which = 0): Promise<DataOf<'outlets/forCard'>> => {
  const { cardId, token } = await citizen(id, 'wechat', which)
  return ok(call('outlets/forCard', { cardId, need, ...narrowing }, token))
}

/** Each step in one line: its name and the outlets it gives; or why there is none. */
const said = ({ steps, none }: DataOf<'outlets/forCard'>): string[] => [
  ...steps.map(({ step, outlets: found }) => [step, ...found.map(({ outletId }) => outletId.replace('chengdu.', ''))].join(' ')),
  ...(none ? [['none', none.code, ...(none.where ?? [])].join(' ')] : []),
]

const report = ['reportInPerson agency bureau community icbc ccb abc terminal hospital']
const services = 'serviceOutletReissues agency bureau'
const nothing = { collect: ['none nothingToCollect'], activate: ['none nothingToActivate'] }

test.each<[Id, Partial<Record<OutletNeed, readonly string[]>>]>([
  ['in-use', { reportLoss: report, release: ['none nothingToRelease'], instantReissue: ['issuingBankPrints icbc', services], ...nothing }],
  ['temporarily-lost', { reportLoss: report, release: ['anyOutletCancels agency bureau community icbc ccb abc'], instantReissue: ['issuingBankPrints ccb', services], ...nothing }],
  ['lapsed', { reportLoss: report, release: ['none nothingToRelease'], instantReissue: ['issuingBankPrints', services], ...nothing }],
  ['lost-by-wechat', { reportLoss: ['none alreadyReported'], release: ['none releasedElsewhere wechat alipay tianfu'], ...nothing }],
  ['lost-at-counter', { reportLoss: ['none alreadyReported'], release: ['releaseInPerson agency bureau terminal'], ...nothing }],
  ['being-reissued', {
    reportLoss: ['none alreadyReported'], release: ['none reissueAlreadyAccepted'], instantReissue: ['none reissueAlreadyAccepted'],
    collect: ['serviceOutletHands agency bureau', 'issuingBankHands icbc'], activate: ['none nothingToActivate'],
  }],
  ['not-activated', { reportLoss: report, activate: ['activateSocialSecurity agency bureau', 'activateAtBank abc'] }],
  ['cancelled', { reportLoss: ['none cardCancelled'], release: ['none cardCancelled'], instantReissue: ['none cardCancelled'] }],
  ['locked', { reportLoss: report, release: ['none nothingToRelease'] }],
])('where to go with the card of %s', async (id, needs) => {
  for (const [need, expected] of Object.entries(needs) as [OutletNeed, readonly string[]][]) {
    expect([need, ...said(await forCard(id, need))]).toEqual([need, ...expected])
  }
})

test('a card moved here with a bank that is none of the city\'s is cancelled at an agency first (rule 16)', async () => {
  await record.sql.query(`update card set issuing_bank = 'bocom' where issuing_bank = 'cdrcb'`)
  const data = await forCard('lost-by-wechat', 'instantReissue')
  expect(said(data)).toEqual(['agencyCancelsFirst agency', 'anyBankPrints icbc ccb abc'])
  expect(data.steps[1]).toMatchObject({ step: 'anyBankPrints', kinds: ['bank'], capability: 'instantIssuance' })
})

test('each step says what it is for, each outlet what it fits, and all which list they are from', async () => {
  const { steps, list } = await forCard('in-use', 'instantReissue')
  expect(steps[0]).toMatchObject({ step: 'issuingBankPrints', kinds: ['bank'], bank: 'icbc', capability: 'instantIssuance' })
  expect(steps[0]?.outlets[0]).toMatchObject({ outletId: 'chengdu.icbc', fits: ['kind', 'bank', 'capability'] })
  expect(list).toMatchObject({ version: 'first', fictional: true })
})

test('in a hurry to see a doctor: the nearest open outlet first (rule 12)', async () => {
  const { steps } = await forCard('temporarily-lost', 'release', { ...near, order: 'openFirst' })
  const isYearKnown = dayKind(civilDate(Date.now())) !== 'unknown'
  expect(steps[0]?.outlets[0]?.opening.state).toBe(isYearKnown ? 'open' : 'callFirst')
  const open = await forCard('temporarily-lost', 'release', { ...near, openAt: '2026-03-14T10:00:00+08:00' })
  expect(said(open)).toEqual(['anyOutletCancels bureau'])
})

test('the request narrows every step', async () => {
  expect(said(await forCard('temporarily-lost', 'release', { ...near, district: '510105' }))).toEqual(['anyOutletCancels community'])
  expect(said(await forCard('in-use', 'instantReissue', { ...near, district: '510105' }))).toEqual(['issuingBankPrints', 'serviceOutletReissues'])
})

test('each step is paged by itself', async () => {
  const one = { ...near, limit: 1 }
  const { steps } = await forCard('being-reissued', 'collect', one)
  expect(steps.map(({ cursor }) => cursor !== undefined)).toEqual([true, false])
  const { token, cardId } = await citizen('being-reissued', 'wechat')
  const asked = { cardId, need: 'collect', ...one } as const
  const cursor = steps[0]?.cursor ?? ''
  expect(said(await ok(call('outlets/forCard', { ...asked, step: 'serviceOutletHands', cursor }, token)))).toEqual(['serviceOutletHands bureau'])
  const refusal = async (over: Partial<RequestOf<'outlets/forCard'>>) => {
    const answer = await call('outlets/forCard', { ...asked, ...over }, token)
    return answer.ok ? null : [answer.error.code, answer.error.details?.field].join(' ')
  }
  expect(await refusal({ cursor })).toBe('invalidRequest cursor')
  expect(await refusal({ step: 'issuingBankHands', cursor })).toBe('invalidRequest cursor')
  expect(await refusal({ step: 'anyOutletCancels' })).toBe('invalidRequest step')
  expect(await refusal({ district: '110101' })).toBe('invalidRequest district')
})

test('a guardian finds where to go with the child\'s card', async () => {
  expect(said(await forCard('guardian', 'instantReissue', near, 1))).toEqual(['issuingBankPrints icbc', services])
})

test('a city without a list has the steps, and no outlets', async () => {
  const data = await forCard('other-city', 'instantReissue')
  expect(said(data)).toEqual(['issuingBankPrints', 'serviceOutletReissues'])
  expect(data.list).toBeUndefined()
})

test('another\'s card is not there, and nobody asks without having signed in', async () => {
  const [one, other] = [await citizen('in-use', 'wechat'), await citizen('locked', 'alipay')]
  const asked = { cardId: one.cardId, need: 'reportLoss' } as const
  expect(await refused(call('outlets/forCard', asked, other.token))).toMatchObject({ code: 'notFound', status: 404 })
  expect(await refused(call('outlets/forCard', asked))).toMatchObject({ code: 'notSignedIn', status: 401 })
})
