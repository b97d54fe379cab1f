import { Readable } from 'node:stream'
import { importCardFile, type ImportSummary } from '../../../cloudfunctions/host/import'
import type { TestRecord } from '.'

/** What an import told: bad rows and differences as lines, with the summary. */
export interface Told extends ImportSummary {
  readonly lines: string[]
  readonly differences: string[]
}

/** Imports a file of cards. */
export const importFile = async ({ services }: Pick<TestRecord, 'services'>, file: string | Uint8Array | Readable, skipBad = false): Promise<Told> => {
  const lines: string[] = []
  const differences: string[] = []
  const summary = await importCardFile({
    repository: services.repository,
    source: file instanceof Readable ? file : Readable.from([Buffer.from(file)]),
    skipBad,
    onBadRow: (line, reason) => lines.push(`${line} ${reason}`),
    onDifference: ({ line, columns }) => differences.push(`${line} ${columns.join(' ')}`),
  })
  return { ...summary, lines, differences }
}
