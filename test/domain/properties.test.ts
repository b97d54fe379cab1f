import fc from 'fast-check'
import { allowedActions } from '@/domain/actions'
import { decideBankTold } from '@/domain/bank-told'
import type { Card } from '@/domain/card'
import { changes, type ChangeName } from '@/domain/changes'
import type { Decision } from '@/domain/decision'
import { apply, replay, type CardChange, type CardImported } from '@/domain/events'
import { settled } from '@/domain/lapse'
import { noticesOf } from '@/domain/notices'
import type { CityPolicy } from '@/domain/policy'
import { decideRelease } from '@/domain/release'
import { decideReportLoss } from '@/domain/report-loss'
import { stateAt } from '@/domain/state'
import { actions, cardFunctions, channels, reportKinds, type Action, type Channel } from '@/domain/words'
import { ids } from '../support/builders'
import { beginnings, cities, steps } from './histories/arbitrary'
import { impossible } from './histories/impossible'
import { live, type History } from './histories/told'

const adult = { role: 'cardholder', holderAge: 40 } as const

const histories = fc.tuple(beginnings, cities, steps).map(([first, policy, all]) => live(first, policy, all))
const always = (check: (history: History) => void) =>
  fc.assert(fc.property(histories, check), { numRuns: 300 })

/** Every event with the card it found and the card it left. */
const walked = ({ first, events }: History): { event: CardChange; found: Card; left: Card }[] => {
  let card = replay(first, [])
  return events.map((event) => {
    const found = card
    card = apply(card, event)
    return { event, found, left: card }
  })
}

test('histories are worth living: they reach reports, upgrades, releases, lapses, words, reissues and refusals', () => {
  const seen = new Set<string>()
  fc.assert(fc.property(histories, ({ events, moments }) => {
    events.forEach((event) => seen.add(event.what === 'lossReported' && event.replaces ? 'upgraded' : event.what))
    moments.forEach(({ decision }) => seen.add(decision.outcome === 'refused' ? decision.refusal.code : decision.outcome))
  }), { numRuns: 400, seed: 1 })
  expect([...seen].sort()).toEqual([
    'already', 'bankTold', 'bankToldTakenBack', 'cardCancelled', 'change', 'kindNotMadeHere', 'lossReported', 'neverReleased',
    'nothingReported', 'reissueAccepted', 'reissueAlreadyAccepted', 'reissueNeedsReport', 'releasedElsewhere', 'reportLapsed',
    'reportNotMadeHere', 'reportReleased', 'upgraded',
  ])
})

test('no sequence of requests reaches an impossible state', () => {
  always(({ moments, policy }) => moments.forEach(({ card, now }) => {
    expect(impossible(card, policy)).toEqual([])
    expect(impossible(settled(card, now), policy)).toEqual([])
  }))
})

test('a request that is refused, or already so, changes nothing', () => {
  always(({ moments }) => moments.forEach(({ before, decision, card }) => {
    if (decision.outcome !== 'change') expect(card).toBe(before)
  }))
})

test('replaying the events gives the card, also after they were written down as JSON', () => {
  always(({ first, events, card }) => {
    const read = JSON.parse(JSON.stringify([first, ...events])) as [CardImported, ...CardChange[]]
    const [opened, ...rest] = read
    expect(replay(opened, rest as CardChange[])).toEqual(card)
  })
})

test('event times never go backwards, whatever the clock does', () => {
  always(({ first, events, card }) => {
    const times = [first.at, ...events.map(({ at }) => at)]
    expect(times).toEqual([...times].sort((a, b) => a - b))
    expect(card.changedAt).toBe(times.at(-1))
  })
})

test('releasing or lapsing never makes a locked, not yet activated or cancelled function usable', () => {
  always(({ first, moments }) => moments.forEach(({ card, now }) => cardFunctions.forEach((name) => {
    const life = first.lives[name]
    expect(card.functions[name].life).toBe(life)
    if (life !== 'inUse') expect(stateAt(card, now)[name].state).not.toBe('inUse')
  })))
})

test('an open report or a reissue that stops the card is never shown as a working card', () => {
  always(({ moments }) => moments.forEach(({ card, now }) => {
    const { functions, reissue } = settled(card, now)
    const stopped = functions.socialSecurity.report !== null || reissue?.stopsOldCard
    if (stopped) expect(stateAt(card, now).socialSecurity.state).not.toBe('inUse')
    if (functions.financial.report) expect(['temporarilyLost', 'formallyLost']).toContain(stateAt(card, now).financial.state)
  }))
})

test('writing a due lapse down, or not, shows the same and decides the same', () => {
  always(({ moments, policy }) => moments.forEach(({ card, now }) => {
    const written = settled(card, now)
    const offers = (one: Card) => channels.map((channel) => allowedActions(one, adult, channel, policy, now))
    const reads = (one: Card) => JSON.stringify([stateAt(one, now), offers(one)])
    if (reads(written) !== reads(card)) expect(reads(written)).toBe(reads(card))
  }))
})

const changeOf = (event: CardChange): ChangeName | null => {
  switch (event.what) {
    case 'lossReported': return event.report.kind === 'temporary' ? 'reportTemporary' : 'reportFormal'
    case 'reportReleased': return 'release'
    case 'reportLapsed': return 'lapse'
    case 'reissueAccepted': return event.reissue.kind === 'replacement' ? 'acceptReplacement' : 'acceptExchange'
    default: return null
  }
}

test('every event finds what the table of changes needs, and leaves what it says', () => {
  always((history) => walked(history).forEach(({ event, found, left }) => {
    const name = changeOf(event)
    if (!name) return expect(left.functions).toEqual(found.functions)
    const of = 'function' in event ? event.function : 'socialSecurity'
    const { needs, leaves } = changes[name]
    expect(needs.life).toContain(found.functions[of].life)
    expect(needs.report).toContain(found.functions[of].report?.kind ?? 'none')
    // the bank's report ends at the bank, whatever was reissued
    if (of === 'socialSecurity') expect(needs.reissue).toContain(found.reissue ? 'accepted' : 'none')
    if ('report' in leaves) expect(left.functions[of].report?.kind ?? 'none').toBe(leaves.report)
    if ('reissue' in leaves) expect(left.reissue).not.toBeNull()
  }))
})

test('an event names the report it ends, and touches one function only', () => {
  always((history) => walked(history).forEach(({ event, found, left }) => {
    if (event.what === 'reportReleased' || event.what === 'reportLapsed') {
      expect(found.functions[event.function].report?.id).toBe(event.reportId)
    }
    if (event.what === 'lossReported') expect(event.replaces).toBe(found.functions[event.function].report?.id ?? null)
    if ('function' in event) {
      const other = event.function === 'financial' ? 'socialSecurity' : 'financial'
      expect(left.functions[other]).toBe(found.functions[other])
    }
  }))
})

test('the social security report never becomes milder: a formal one ends only by a release, and not after a reissue', () => {
  always((history) => walked(history).forEach(({ event, found, left }) => {
    const before = found.functions.socialSecurity.report
    if (before?.kind !== 'formal' || left.functions.socialSecurity.report === before) return
    expect(event.what).toBe('reportReleased')
    expect(found.reissue).toBeNull()
  }))
})

test('what is offered is exactly what the deciders accept', () => {
  const accepted = (card: Card, policy: CityPolicy, now: number, channel: Channel): string[] => {
    const by = adult.role
    const own = channel === 'bank' ? 'financial' : 'socialSecurity'
    const asked: Record<Action, Decision[]> = {
      reportLoss: reportKinds.map((kind) => decideReportLoss(card, { channel, by, kind, function: own, ids }, policy, now)),
      releaseLoss: [decideRelease(card, { channel, by, function: own }, policy, now)],
      bankTold: [true, false].map((told) => decideBankTold(card, { told, channel, by }, now)),
    }
    return actions.filter((action) => asked[action].some(({ outcome }) => outcome === 'change'))
  }
  const offered = (card: Card, policy: CityPolicy, now: number, channel: Channel): string[] =>
    allowedActions(card, adult, channel, policy, now).filter(({ allowed }) => allowed).map(({ action }) => action)

  always(({ moments, policy }) => moments.forEach(({ card, now }) => {
    expect(channels.map((channel) => offered(card, policy, now, channel)))
      .toEqual(channels.map((channel) => accepted(card, policy, now, channel)))
  }))
})

test('every change of state is told, with who, when and from where; nothing else is', () => {
  always(({ events, policy }) => events.forEach((event) => {
    const told = noticesOf(event, policy).filter(({ about }) => about !== 'lapsesSoon')
    const silent = event.what === 'bankTold' || event.what === 'bankToldTakenBack'
    expect(told.map(({ about, at, by, channel }) => ({ about, at, by, channel })))
      .toEqual(silent ? [] : [{ about: event.what, at: event.at, by: event.by, channel: event.channel }])
  }))
})
