import { policyOf } from '@/domain/policies'
import { decideRelease, releasableIn } from '@/domain/release'
import { stateAt } from '@/domain/state'
import type { Channel } from '@/domain/words'
import { after, aCard, accepted, cityLike, days, eventsOf, formal, inAWord, monday, release, temporary } from '../support/builders'

const chengdu = policyOf('chengdu')
const later = monday + days(1)
const online: Channel[] = ['wechat', 'alipay', 'tianfu']

test.each(online.flatMap((made) => online.map((asked) => [made, asked] as const)))(
  'a formal report made in %s is released in %s (rule 9)',
  (made, asked) => {
    const card = aCard({ report: formal(made) })
    const decision = decideRelease(card, release(asked, { by: 'guardian' }), chengdu, later)
    expect(eventsOf(decision)).toEqual([
      { what: 'reportReleased', at: later, channel: asked, by: 'guardian', function: 'socialSecurity', reportId: 'report-0' },
    ])
    expect(stateAt(after(card, decision), later).socialSecurity).toEqual({ state: 'inUse', since: later })
  },
)

test.each(['notActivated', 'inUse', 'locked'] as const)('a release uncovers the life that was there: %s', (life) => {
  const card = aCard({ life, report: formal('wechat') })
  expect(stateAt(after(card, decideRelease(card, release('wechat'), chengdu, later)), later).socialSecurity.state).toBe(life)
})

describe('in a hurry to see a doctor (rule 12)', () => {
  test('any counter cancels a temporary report made by phone, and nothing else outside its rule does', () => {
    const card = aCard({ report: temporary('phone') })
    expect(inAWord(decideRelease(card, release('counter', { outlet: 'anywhere' }), chengdu, later))).toBe('change')
    expect(inAWord(decideRelease(card, release('terminal'), chengdu, later))).toBe('releasedElsewhere: counter phone')
  })

  test('no counter cancels a formal report that was made online', () => {
    const card = aCard({ report: formal('wechat') })
    expect(inAWord(decideRelease(card, release('counter'), chengdu, later))).toBe('releasedElsewhere: alipay tianfu wechat')
  })

  test('where the city does not say so, a temporary report is cancelled by its own rule alone', () => {
    const strict = cityLike(chengdu, { anyOutletCancelsTemporary: false })
    expect(releasableIn('socialSecurity', temporary('phone'), strict)).toEqual(['phone'])
    const card = aCard({ report: temporary('phone') })
    expect(inAWord(decideRelease(card, release('counter'), strict, later))).toBe('releasedElsewhere: phone')
  })
})

describe('where only the accepting outlet releases', () => {
  const own = { counter: { mode: 'sameOutlet', channels: ['counter'] } } as const
  const city = cityLike(policyOf('national'), { release: own })
  const strict = cityLike(city, { anyOutletCancelsTemporary: false })

  test('a formal report is released at its own outlet and at no other', () => {
    const card = aCard({ report: formal('counter', { outlet: 'A' }) })
    expect(inAWord(decideRelease(card, release('counter', { outlet: 'A' }), city, later))).toBe('change')
    expect(inAWord(decideRelease(card, release('counter', { outlet: 'B' }), city, later))).toBe('releasedElsewhere: counter')
    expect(inAWord(decideRelease(card, release('counter'), city, later))).toBe('releasedElsewhere: counter')
  })

  test('a temporary report is cancelled at any outlet, unless the city leaves that out', () => {
    const card = aCard({ report: temporary('counter', { outlet: 'A' }) })
    expect(inAWord(decideRelease(card, release('counter', { outlet: 'B' }), city, later))).toBe('change')
    expect(inAWord(decideRelease(card, release('counter', { outlet: 'B' }), strict, later))).toBe('releasedElsewhere: counter')
    expect(inAWord(decideRelease(card, release('counter', { outlet: 'A' }), strict, later))).toBe('change')
  })

  test('a report from an outlet nobody wrote down is not released by one that does not say which it is', () => {
    const card = aCard({ report: formal('counter') })
    expect(inAWord(decideRelease(card, release('counter'), city, later))).toBe('releasedElsewhere: counter')
  })
})

describe('where reports made in person are never released', () => {
  const never = cityLike(policyOf('national'), { release: { counter: { mode: 'never', channels: [] } } })

  test('a formal one is not, anywhere', () => {
    for (const channel of ['wechat', 'counter', 'terminal', 'bank'] as const) {
      const request = release(channel, { function: 'socialSecurity' })
      expect(inAWord(decideRelease(aCard({ report: formal('counter') }), request, never, later))).toBe('neverReleased')
    }
  })

  test('a temporary one still is, at any counter, and lapses', () => {
    const card = aCard({ report: temporary('counter') })
    expect(inAWord(decideRelease(card, release('counter'), never, later))).toBe('change')
    expect(stateAt(card, monday + days(7)).socialSecurity.state).toBe('inUse')
  })
})

describe('once a reissue is accepted (rule 11)', () => {
  test.each(['replacement', 'exchange'] as const)('a %s makes the social side’s report final, the bank’s is the bank’s', (kind) => {
    const card = aCard({ report: formal('wechat'), bankReport: formal('bank'), reissue: accepted(kind) })
    expect(inAWord(decideRelease(card, release('wechat'), chengdu, later))).toBe('reissueAlreadyAccepted')
    expect(inAWord(decideRelease(card, release('bank'), chengdu, later))).toBe('change')
  })

  test('a temporary report on a card in exchange is not released either, but lapses by itself', () => {
    const card = aCard({ report: temporary('phone'), reissue: accepted('exchange') })
    expect(inAWord(decideRelease(card, release('phone'), chengdu, later))).toBe('reissueAlreadyAccepted')
    expect(stateAt(card, monday + days(7)).socialSecurity).toEqual({ state: 'inUse', since: monday + days(7) })
  })
})
