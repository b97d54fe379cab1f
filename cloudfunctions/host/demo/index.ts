import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import { doors } from '@/contract'
import { day } from '@/domain/time'
import type { Repository } from '../../repository'
import { demoCitizens, demoPlatformId, type DemoCitizen } from '../../session/demo-citizens'
import { importCardFile } from '../import'
import { grantsAmong } from './grants'
import { loadDemoKiosk } from './kiosk'
import { loadDemoOutlets } from './outlets'
import { demoStaff, loadDemoPartners } from './partners'
import { stories } from './stories'
import { loadDemoPasswords } from './telephone'

interface Row {
  readonly card_number: string
  readonly id_number: string
  readonly name: string
}

const demoCityFile = resolve('cloudfunctions/host/demo/city.csv')

/** Cards entered the record this long (days) before the demo city opens, so that their stories have room. */
const enteredDaysAgo = 60

/** What a new card's order is known to end with, and where it waits. */
const partsOf = ({ newCardNumber: newNumber }: DemoCitizen) => (newNumber === undefined ? undefined : { newNumber, outlet: demoStaff.outletId })

const settle = async ({ accounts, cards }: Repository, citizen: DemoCitizen, rows: readonly Row[]): Promise<void> => {
  const story = Object.entries(stories).find(([id]) => id === citizen.id)?.[1]
  for (const row of rows.filter(({ name }) => name === citizen.name)) {
    for (const door of citizen.newcomer ? [] : doors) await accounts.bindUnchecked(door, demoPlatformId(door, citizen.id), row.id_number)
    if (story) await cards.tellStory(row.card_number, story, partsOf(citizen))
  }
}

/**
 * Fills a migrated record with the demo city: its file, through the importer; its stories, through the rules, with the new cards that come of
 * them; an account for each citizen at each door, but the newcomer's; what one lets another do; a list of outlets; partners, and somebody
 * at a counter; service passwords; a terminal to be enrolled. A second time it keeps whatever visitors have changed. `file` is the city's
 * CSV, found from the project's folder.
 */
export const loadDemoCity = async (repository: Repository, file = demoCityFile): Promise<void> => {
  const fault = (line: number, reason: string) => { throw new TypeError(`line ${line} of the demo city is bad: ${reason}`) }
  await importCardFile({
    repository,
    source: createReadStream(file),
    entersAt: (now) => now - enteredDaysAgo * day,
    onBadRow: fault,
    // visitors change states, which then differ from the file's
    onDifference: () => undefined,
  })
  const rows = parse<Row>(await readFile(file), { columns: true, bom: true })
  for (const citizen of demoCitizens) await settle(repository, citizen, rows)
  while (await repository.relayed.relayDue());
  for (const grant of grantsAmong(rows)) await repository.family.arrange(grant)
  await loadDemoOutlets(repository)
  await loadDemoPartners(repository)
  await loadDemoPasswords(repository)
  await loadDemoKiosk(repository)
}
