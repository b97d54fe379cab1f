import type { Card } from '@/domain/card'
import { planOutlets, type OutletPlan } from '@/domain/outlet-plan'
import { policyOf } from '@/domain/policies'
import type { OutletNeed } from '@/domain/words'
import { aCard, accepted, cityLike, days, formal, monday, temporary } from '../support/builders'

const chengdu = policyOf('chengdu')
const later = monday + days(1)

/** A plan in one line a step: its name, kinds, bank, capability, outlet. */
const said = (plan: OutletPlan): string[] =>
  'none' in plan
    ? [[plan.none.code, ...('where' in plan.none ? plan.none.where ?? [] : [])].join(' ')]
    : plan.steps.map(({ step, kinds, bank, capability, outlet }) => [step, kinds.join('+') || 'any', bank, capability, outlet].filter(Boolean).join(' '))

const planFor = (need: OutletNeed, card: Card, issuingBank = 'icbc', policy = chengdu, now = later) => said(planOutlets(need, { card, issuingBank }, policy, now))

const service = 'community+subdistrict+agency+bureau'
const counters = `${service}+bank`
const machines = 'terminal+hospital'

const cards = {
  inUse: aCard(),
  temporarilyLost: aCard({ report: temporary('phone') }),
  lostOnline: aCard({ report: formal('wechat') }),
  lostAtCounter: aCard({ report: formal('counter') }),
  lostAtMachine: aCard({ report: formal('terminal') }),
  beingReissued: aCard({ report: formal('counter'), reissue: accepted('replacement') }),
  notActivated: aCard({ life: 'notActivated', financialLife: 'notActivated' }),
  bankNotActivated: aCard({ financialLife: 'notActivated' }),
  locked: aCard({ life: 'locked' }),
  cancelled: aCard({ life: 'cancelled', financialLife: 'cancelled' }),
}
type Name = keyof typeof cards

const prints = ['issuingBankPrints bank icbc instantIssuance', `serviceOutletReissues ${service} reissue`]
const report = [`reportInPerson ${counters}+${machines} reportLoss`]
const inPerson = [`releaseInPerson ${counters}+${machines} releaseLoss`]
const anywhere = [`anyOutletCancels ${counters}`]
const collects = [`serviceOutletHands ${service} collect`, 'issuingBankHands bank icbc collect']
const online = ['releasedElsewhere wechat alipay tianfu']
const activates = ['activateSocialSecurity any activateSocialSecurity', 'activateAtBank bank icbc']

/** Every need of every card: by hand, from the rules. */
const table: Record<Name, Record<OutletNeed, readonly string[]>> = {
  inUse: { reportLoss: report, release: ['nothingToRelease'], instantReissue: prints, collect: ['nothingToCollect'], activate: ['nothingToActivate'] },
  temporarilyLost: { reportLoss: report, release: anywhere, instantReissue: prints, collect: ['nothingToCollect'], activate: ['nothingToActivate'] },
  lostOnline: { reportLoss: ['alreadyReported'], release: online, instantReissue: prints, collect: ['nothingToCollect'], activate: ['nothingToActivate'] },
  lostAtCounter: { reportLoss: ['alreadyReported'], release: inPerson, instantReissue: prints, collect: ['nothingToCollect'], activate: ['nothingToActivate'] },
  lostAtMachine: { reportLoss: ['alreadyReported'], release: inPerson, instantReissue: prints, collect: ['nothingToCollect'], activate: ['nothingToActivate'] },
  beingReissued: {
    reportLoss: ['alreadyReported'], release: ['reissueAlreadyAccepted'], instantReissue: ['reissueAlreadyAccepted'], collect: collects, activate: ['nothingToActivate'],
  },
  notActivated: { reportLoss: report, release: ['nothingToRelease'], instantReissue: prints, collect: ['nothingToCollect'], activate: activates },
  bankNotActivated: { reportLoss: report, release: ['nothingToRelease'], instantReissue: prints, collect: ['nothingToCollect'], activate: ['activateAtBank bank icbc'] },
  locked: { reportLoss: report, release: ['nothingToRelease'], instantReissue: prints, collect: ['nothingToCollect'], activate: ['nothingToActivate'] },
  cancelled: {
    reportLoss: ['cardCancelled'], release: ['cardCancelled'], instantReissue: ['cardCancelled'], collect: ['nothingToCollect'], activate: ['nothingToActivate'],
  },
}

const cells = (Object.keys(table) as Name[]).flatMap((name) => (Object.keys(table[name]) as OutletNeed[]).map((need) => [name, need] as const))

test.each(cells)('a card that is %s, looked at for %s in Chengdu', (name, need) => {
  expect(planFor(need, cards[name])).toEqual(table[name][need])
})

describe('whose report any outlet cancels (rule 12)', () => {
  test('only a temporary one, and only until it lapses', () => {
    const { temporarilyLost: card } = cards
    const lapsesAt = monday + days(7)
    expect(planFor('release', card, 'icbc', chengdu, lapsesAt - 1)).toEqual(anywhere)
    expect(planFor('release', card, 'icbc', chengdu, lapsesAt)).toEqual(['nothingToRelease'])
  })

  test('a city that does not say so leaves it to the channel’s own rule', () => {
    const strict = cityLike(chengdu, { anyOutletCancelsTemporary: false })
    expect(planFor('release', cards.temporarilyLost, 'icbc', strict)).toEqual(['releasedElsewhere phone'])
    const atCounter = aCard({ report: temporary('counter') })
    expect(planFor('release', atCounter, 'icbc', strict)).toEqual(inPerson)
  })
})

describe('where the city binds a report to the outlet that accepted it, or to none', () => {
  const bound = cityLike(chengdu, { release: { counter: { mode: 'sameOutlet', channels: ['counter'] } } })

  test('that outlet alone is offered', () => {
    expect(planFor('release', aCard({ report: formal('counter', { outlet: 'wh-01' }) }), 'icbc', bound)).toEqual(['releaseWhereReported any wh-01'])
  })

  test('an outlet that nobody wrote down cannot be offered', () => {
    expect(planFor('release', cards.lostAtCounter, 'icbc', bound)).toEqual(['releasedElsewhere counter'])
  })

  test('a report that is never released has no outlet', () => {
    const never = cityLike(chengdu, { release: { counter: { mode: 'never', channels: [] } } })
    expect(planFor('release', cards.lostAtCounter, 'icbc', never)).toEqual(['neverReleased'])
  })
})

describe('a card that moved here, its bank none of the city’s (rule 16)', () => {
  const steps = ['agencyCancelsFirst agency', 'anyBankPrints bank instantIssuance']

  test.each(['inUse', 'temporarilyLost', 'lostOnline', 'lostAtCounter', 'locked', 'notActivated'] as const)('%s: the agency first, then any of the seven banks', (name) => {
    expect(planFor('instantReissue', cards[name], 'bocom')).toEqual(steps)
  })

  test.each(chengdu.banks.value.map(({ code }) => code))('with %s it is like the city’s own', (code) => {
    expect(planFor('instantReissue', cards.inUse, code)[0]).toBe(`issuingBankPrints bank ${code} instantIssuance`)
  })

  test('in a city that has no such rule it is like the city’s own', () => {
    expect(planFor('instantReissue', cards.inUse, 'bocom', policyOf('shanghai'))).toEqual([`issuingBankPrints bank bocom instantIssuance`, prints[1]])
  })

  test('accepted already, it is told so like any other', () => {
    expect(planFor('instantReissue', cards.beingReissued, 'bocom')).toEqual(['reissueAlreadyAccepted'])
  })

  test('once it is cancelled any of the banks is what is left', () => {
    expect(planFor('instantReissue', cards.cancelled, 'bocom')).toEqual([steps[1]])
    expect(planFor('instantReissue', cards.cancelled, 'icbc')).toEqual(['cardCancelled'])
  })
})

test('a city where no counter or machine takes a report says where instead', () => {
  const none = { socialSecurity: [], financial: [] } as const
  const onlineOnly = cityLike(chengdu, { reports: { counter: none, terminal: none, bank: none } })
  expect(planFor('reportLoss', cards.inUse, 'icbc', onlineOnly)).toEqual(['reportNotMadeHere wechat alipay tianfu phone'])
})

test('an exchanged card that still works is collected for, too', () => {
  expect(planFor('collect', aCard({ reissue: accepted('exchange') }))).toEqual(collects)
})
