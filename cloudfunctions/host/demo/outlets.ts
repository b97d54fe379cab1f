import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import type { Repository } from '../../repository'
import { importOutlets, reasons } from '../import/outlets'
import { csvOutlets } from '../import/outlets/csv'

const demoOutletsFile = resolve('cloudfunctions/host/demo/outlets.csv')

/** Gives Chengdu a list of made-up outlets through the importer, unless it has had one: a city's own is never put aside. */
export const loadDemoOutlets = async (repository: Pick<Repository, 'outlets'>): Promise<void> => {
  if ((await repository.outlets.versions('chengdu')).length > 0) return
  await importOutlets({
    repository,
    rows: csvOutlets(createReadStream(demoOutletsFile)),
    system: 'wgs84',
    fictional: true,
    from: null,
    skipBad: false,
    onBadRow: (line, reason) => { throw new TypeError(`line ${line} of the demo outlets is bad: ${reasons[reason]}`) },
    // the days of its checks grow old
    onSuspect: () => undefined,
    onManyMissing: () => undefined,
  })
}
