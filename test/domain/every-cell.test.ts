import type { Card } from '@/domain/card'
import { cityCodes, policyOf } from '@/domain/policies'
import { stateAt } from '@/domain/state'
import { channels } from '@/domain/words'
import { after, days, frozen, inAWord, monday } from '../support/builders'
import { asked } from './cells/asked'
import { everyCard, type TableCard } from './cells/cards'
import { expected } from './cells/expect'
import { asks, leaves, shows, type Ask } from './cells/rules'

/** Two days into any city's temporary report. */
const now = monday + days(2)

const everyRequest = asks.flatMap((ask) => channels.map((channel) => ({ ask, channel })))

const facts = ({ functions, reissue, bankTold, dispute }: Card) => ({
  life: functions.socialSecurity.life,
  report: functions.socialSecurity.report?.kind ?? 'none',
  reissue: reissue?.kind ?? 'none',
  bankTold: bankTold ? 'yes' : 'no',
  dispute: dispute ? 'open' : 'none',
})

const changedFacts = (of: TableCard, ask: Ask) => ({ ...facts(of.card), ...leaves[ask] })

describe.each(cityCodes)('every state, request and channel in %s', (city) => {
  const policy = frozen(policyOf(city))

  test.each(everyCard(city))('$title', (of) => {
    const found = everyRequest.map(({ ask, channel }) => `${ask} by ${channel} → ${inAWord(asked(of.card, ask, channel, policy, now))}`)
    expect(found).toEqual(everyRequest.map(({ ask, channel }) => `${ask} by ${channel} → ${expected(city, of, ask, channel)}`))
  })

  test.each(everyCard(city))('a change leaves what the rule says and touches nothing else: $title', (of) => {
    for (const { ask, channel } of everyRequest.filter((each) => expected(city, of, each.ask, each.channel) === 'change')) {
      const next = after(of.card, asked(of.card, ask, channel, policy, now))
      expect({ ask, channel, ...facts(next) }).toEqual({ ask, channel, ...changedFacts(of, ask) })
      expect(next.functions.financial).toEqual(of.card.functions.financial)
      expect(next.changedAt).toBe(now)
    }
  })

  test.each(everyCard(city))('is shown in a word: $title', ({ card, life, cell }) => {
    const covered = shows[cell.report][cell.reissue]
    expect(stateAt(card, now).socialSecurity.state).toBe(life === 'cancelled' || covered === 'the life' ? life : covered)
    expect(stateAt(card, now).financial.state).toBe('inUse')
  })
})
