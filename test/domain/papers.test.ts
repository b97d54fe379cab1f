import { missingPapers } from '@/domain/papers'
import { channels, papers, roles, type Channel, type Paper, type Role } from '@/domain/words'

/** Rules 7, 10 and 19 by hand: what each shows in person, and for a release besides. */
const needed: Record<Role, readonly Paper[]> = {
  cardholder: ['holderId'],
  guardian: ['guardianId', 'householdRegister'],
  proxy: ['holderId', 'proxyId'],
}
const inPerson: readonly Channel[] = ['counter', 'terminal']

const subsets = papers.reduce<Paper[][]>((sets, paper) => [...sets, ...sets.map((set) => [...set, paper])], [[]])

describe.each(roles)('a %s', (role) => {
  test.each([{ isRelease: false, does: 'acts' }, { isRelease: true, does: 'releases, with the card itself' }])('who $does', ({ isRelease }) => {
    const wanted = isRelease ? [...needed[role], 'card'] : needed[role]
    for (const seen of subsets) {
      const found = Object.fromEntries(channels.map((channel) => [channel, missingPapers(role, isRelease, channel, seen)]))
      const missing = wanted.filter((paper) => !seen.includes(paper as Paper))
      expect(found).toEqual(Object.fromEntries(channels.map((channel) => [channel, inPerson.includes(channel) ? missing : []])))
    }
  })
})
