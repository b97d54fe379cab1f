import { allowedActions } from '@/domain/actions'
import { cityCodes, policyOf } from '@/domain/policies'
import { actsAs, mayNotAct, type Who } from '@/domain/who'
import { channels, deeds, grantPurposes, roles, type Channel, type Deed, type GrantPurpose, type Role } from '@/domain/words'
import { aCard, monday } from '../support/builders'

const ages = [0, 13, 14, 15, 16, 70]
const consents = [false, true]
const grants: readonly (readonly GrantPurpose[])[] = [[], ['reportLoss'], ['releaseLoss'], ['reissue'], grantPurposes]

interface Cells {
  readonly role: Role
  readonly deeds: readonly Deed[]
  readonly ages: readonly number[]
  readonly consents: readonly boolean[]
  readonly grants: readonly (readonly GrantPurpose[])[]
}

const [child, minor, ofAge] = [[0, 13], [0, 13, 14, 15], [16, 70]]
const acts: readonly Deed[] = ['reportLoss', 'releaseLoss', 'bankTold', 'reissue']
const every = { ages, consents, grants }

/** Rules 7 and 19 in full: who does what to a card of a holder how old, and what they are told online and in person ('' for yes). */
const rules: readonly (readonly [Cells, online: string, inPerson: string])[] = [
  [{ ...every, role: 'cardholder', deeds: ['see', 'history', 'dispute'] }, '', ''],
  [{ ...every, role: 'cardholder', deeds: [...acts, 'grantProxy', 'setPassword', 'activate'], ages: minor }, 'minorNeedsGuardian', 'minorNeedsGuardian'],
  [{ ...every, role: 'cardholder', deeds: [...acts, 'grantProxy', 'setPassword', 'activate'], ages: ofAge }, '', ''],

  [{ ...every, role: 'guardian', deeds: ['see', 'dispute'], ages: minor }, '', ''],
  [{ ...every, role: 'guardian', deeds: ['history', 'setPassword', 'activate', ...acts], ages: child, consents: [false] }, 'guardianConsentNeeded', ''],
  [{ ...every, role: 'guardian', deeds: ['history', 'setPassword', 'activate', ...acts], ages: child, consents: [true] }, '', ''],
  [{ ...every, role: 'guardian', deeds: ['history', 'setPassword', 'activate', ...acts], ages: [14, 15] }, '', ''],
  [{ ...every, role: 'guardian', deeds: ['see', 'history', 'dispute', 'setPassword', 'activate', ...acts], ages: ofAge }, 'guardianOfAdult', 'guardianOfAdult'],
  [{ ...every, role: 'guardian', deeds: ['grantProxy'] }, 'holderOnly', 'holderOnly'],

  [{ ...every, role: 'proxy', deeds: ['history', 'grantProxy', 'dispute', 'setPassword'] }, 'holderOnly', 'holderOnly'],
  [{ ...every, role: 'proxy', deeds: ['see', 'activate', ...acts], ages: minor }, 'minorNeedsGuardian', 'minorNeedsGuardian'],
  [{ ...every, role: 'proxy', deeds: ['see', 'activate', ...acts], ages: ofAge, grants: [[]] }, 'proxyInPersonOnly', ''],
  [{ ...every, role: 'proxy', deeds: ['see'], ages: ofAge, grants: grants.slice(1) }, '', ''],
  [{ ...every, role: 'proxy', deeds: ['reportLoss', 'bankTold'], ages: ofAge, grants: [['reportLoss']] }, '', ''],
  [{ ...every, role: 'proxy', deeds: ['releaseLoss', 'reissue', 'activate'], ages: ofAge, grants: [['reportLoss']] }, 'notGranted', ''],
  [{ ...every, role: 'proxy', deeds: ['releaseLoss'], ages: ofAge, grants: [['releaseLoss']] }, '', ''],
  [{ ...every, role: 'proxy', deeds: ['reportLoss', 'bankTold', 'reissue', 'activate'], ages: ofAge, grants: [['releaseLoss']] }, 'notGranted', ''],
  [{ ...every, role: 'proxy', deeds: ['reissue', 'activate'], ages: ofAge, grants: [['reissue']] }, '', ''],
  [{ ...every, role: 'proxy', deeds: ['reportLoss', 'releaseLoss', 'bankTold'], ages: ofAge, grants: [['reissue']] }, 'notGranted', ''],
  [{ ...every, role: 'proxy', deeds: ['activate', ...acts], ages: ofAge, grants: [grantPurposes] }, '', ''],
]

const inPerson: readonly Channel[] = ['counter', 'bank']

const cellsOf = (cells: Cells): { who: Who; deed: Deed }[] =>
  cells.deeds.flatMap((deed) => cells.ages.flatMap((holderAge) => cells.consents.flatMap((agreed) => cells.grants.map((granted) =>
    ({ who: { role: cells.role, holderAge, agreed, granted }, deed })))))

const titleOf = ({ role, deeds: which, ages: of, consents: [agreed, ...either], grants: [granted, ...more] }: Cells) =>
  `a ${role} to ${which.join(', ')}, holder of ${of.join(', ')}${either.length ? '' : agreed ? ', agreed' : ', not agreed'}${more.length ? '' : `, granted ${granted?.join(', ') || 'nothing'}`}`

test('every cell has one rule', () => {
  const cells = rules.flatMap(([of]) => cellsOf(of)).map((cell) => JSON.stringify(cell))
  expect(new Set(cells).size).toBe(cells.length)
  expect(cells).toHaveLength(roles.length * deeds.length * ages.length * consents.length * grants.length)
})

describe.each(cityCodes)('who may act in %s', (city) => {
  const policy = policyOf(city)

  test.each(rules.map(([cells, online, there]) => ({ cells, online, there, title: titleOf(cells), says: `${online || 'yes'}; in person: ${there || 'yes'}` })))(
    '$title: $says',
    ({ cells, online, there }) => {
      for (const { who, deed } of cellsOf(cells)) {
        const found = Object.fromEntries(channels.map((channel) => [channel, mayNotAct(who, deed, channel, policy) ?? '']))
        expect(found).toEqual(Object.fromEntries(channels.map((channel) => [channel, inPerson.includes(channel) ? there : online])))
      }
    },
  )

  test.each<[Who, string]>([
    [{ role: 'cardholder', holderAge: 15 }, 'minorNeedsGuardian'],
    [{ role: 'guardian', holderAge: 16, agreed: true }, 'guardianOfAdult'],
    [{ role: 'guardian', holderAge: 13 }, 'guardianConsentNeeded'],
    [{ role: 'proxy', holderAge: 70 }, 'proxyInPersonOnly'],
  ])('%o is offered nothing in WeChat, and told why', (who, reason) => {
    expect(allowedActions(aCard(), who, 'wechat', policy, monday)).toEqual([
      { action: 'reportLoss', allowed: false, reason },
      { action: 'releaseLoss', allowed: false, reason },
      { action: 'bankTold', allowed: false, reason },
    ])
  })

  test.each(channels)('whose account is barred reports nothing in %s, and does everything else', (channel) => {
    const who: Who = { role: 'cardholder', holderAge: 30 }
    for (const deed of deeds) {
      expect([deed, mayNotAct({ ...who, barred: true }, deed, channel, policy)]).toEqual([deed, deed === 'reportLoss' ? 'barred' : mayNotAct(who, deed, channel, policy)])
    }
    expect(mayNotAct({ role: 'cardholder', holderAge: 15, barred: true }, 'reportLoss', channel, policy)).toBe('minorNeedsGuardian')
  })

  test('a proxy is offered what was granted', () => {
    const offered = allowedActions(aCard(), { role: 'proxy', holderAge: 70, granted: ['reportLoss'] }, 'alipay', policy, monday)
    expect(offered).toEqual([
      { action: 'reportLoss', allowed: true },
      { action: 'releaseLoss', allowed: false, reason: 'notGranted' },
      { action: 'bankTold', allowed: false, reason: 'nothingReported' },
    ])
  })

  test.each<[Role, number, readonly GrantPurpose[], Role]>([
    ['guardian', 15, ['reportLoss'], 'guardian'],
    ['guardian', 16, [], 'guardian'],
    ['guardian', 16, ['reportLoss'], 'proxy'],
    ['cardholder', 16, ['reportLoss'], 'cardholder'],
    ['proxy', 16, ['reportLoss'], 'proxy'],
  ])('a %s of a holder of %i, granted %o, acts as %s', (role, holderAge, granted, as) => {
    expect(actsAs(role, holderAge, granted, policy)).toBe(as)
  })
})
