import { allowedActions } from '@/domain/actions'
import { cityCodes, policyOf } from '@/domain/policies'
import { mayNotAct } from '@/domain/who'
import { channels, type Channel, type Role } from '@/domain/words'
import { aCard, monday } from '../support/builders'

/** Rule 7: a guardian acts for a minor, everywhere; a proxy for an adult, in person; a child never alone. */
const rules: [Role, number, string, string][] = [
  ['cardholder', 70, 'everywhere', ''],
  ['cardholder', 16, 'everywhere', ''],
  ['cardholder', 15, 'nowhere', 'minorNeedsGuardian'],
  ['cardholder', 0, 'nowhere', 'minorNeedsGuardian'],
  ['guardian', 0, 'everywhere', ''],
  ['guardian', 15, 'everywhere', ''],
  ['guardian', 16, 'nowhere', 'guardianOfAdult'],
  ['proxy', 70, 'in person', 'proxyInPersonOnly'],
  ['proxy', 16, 'in person', 'proxyInPersonOnly'],
  ['proxy', 15, 'nowhere', 'minorNeedsGuardian'],
]

const where: Record<string, readonly Channel[]> = { everywhere: channels, 'in person': ['counter', 'bank'], nowhere: [] }

describe.each(cityCodes)('who may act in %s', (city) => {
  const policy = policyOf(city)

  test.each(rules)('%s of a holder aged %i: %s', (role, holderAge, places, reason) => {
    const found = Object.fromEntries(channels.map((channel) => [channel, mayNotAct({ role, holderAge }, channel, policy)]))
    expect(found).toEqual(Object.fromEntries(channels.map((channel) => [channel, where[places]?.includes(channel) ? null : reason])))
  })

  const nowhere = rules.filter(([, , places]) => places === 'nowhere')
  test.each(nowhere)('%s of a holder aged %i is offered nothing, and told why', (role, holderAge, _, reason) => {
    for (const channel of channels) {
      expect(allowedActions(aCard(), { role, holderAge }, channel, policy, monday)).toEqual([
        { action: 'reportLoss', allowed: false, reason },
        { action: 'releaseLoss', allowed: false, reason },
        { action: 'bankTold', allowed: false, reason },
      ])
    }
  })
})
