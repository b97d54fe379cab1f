import { breakWith, forgottenAnswer, lostRace, lostWrite, noGuard, staleReading, type Fault } from './broken'
import { tellWrong, unexplained } from './run'
import { runHere, seedOfRun } from './with-stage'

const calls = 2_000

type Bug = readonly [what: string, fault: () => Fault]

/** The one that the whole design stands against, and the one that nobody would notice. */
export const worstBugs: readonly Bug[] = [
  ['writes a card that is not as it was read any more', () => noGuard],
  ['loses what it has acknowledged', lostWrite],
]
export const otherBugs: readonly Bug[] = [
  ['takes a race that it lost for one that it won', () => lostRace],
  ['forgets what it answered under a key', () => forgottenAnswer],
  ['reads a card as it was before', staleReading],
]

/** Each of these in the record is found out. */
export const expectFoundOut = (bugs: readonly Bug[]): void => {
  afterEach(() => jest.restoreAllMocks())
  test.each(bugs)(`a record that %s is found out within ${calls} calls`, async (_, fault) => {
    breakWith(fault())
    const { wrong } = await runHere(seedOfRun(), calls)
    const found = wrong.find(({ faults }) => faults.includes(unexplained))
    expect(found && tellWrong(found)).toMatch(/^seed \d+, card \d+: no order of the calls/)
  })
}
