import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Wrong } from './run'

/** A call that was never answered has no end. */
const plain = (_name: string, value: unknown): unknown => (value === Infinity ? null : value)

/** Writes a wrong history as JSON lines, the card first and then call by call; resolves to where. What people are shown of themselves is masked in it. */
export const writeLines = async ({ seed, nth, history: { place, first, calls } }: Omit<Wrong, 'file'>): Promise<string> => {
  const file = join(tmpdir(), `history-${seed}-${nth}.jsonl`)
  const lines = [{ city: place.policy.city, issuingBank: place.issuingBank, checks: place.checks, first }, ...calls]
  await writeFile(file, lines.map((line) => `${JSON.stringify(line, plain)}\n`).join(''))
  return file
}
