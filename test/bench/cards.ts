import { mkdtemp, rm } from 'node:fs/promises'
import { chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { decideReportLoss } from '@/domain/report-loss'
import { main } from '../../cloudfunctions/card'
import { startDatabase } from '../../cloudfunctions/host/database'
import { newReceiptNumber } from '../../cloudfunctions/repository'
import { forReading } from '../../cloudfunctions/repository/read'
import type { Caller } from '../../cloudfunctions/runtime/caller'
import { openServices, provideServices, type Services } from '../../cloudfunctions/runtime/services'
import { testConfig } from '../support/record/keys'
import { checkOf, fill, keyOf, passChecks } from './cards/fill'
import { pgbench } from './cards/pgbench'
import { median } from './median'

const cards = 60_000
const atOnce = 32
const seconds = 6
const rounds = 3

/** The transaction every textbook has for this: five statements and a commit, a round trip each. */
const textbook = `\\set card random(0, ${cards - 1})
BEGIN;
SELECT state, version FROM book_card WHERE id = :card FOR UPDATE;
INSERT INTO book_report (card, kind, channel, at) VALUES (:card, 'formal', 'wechat', now());
UPDATE book_card SET state = 'formallyLost', version = version + 1 WHERE id = :card;
INSERT INTO book_event (card, seq, what, at) SELECT id, version, 'lossReported', now() FROM book_card WHERE id = :card;
COMMIT;
`

const padded = (kind: 'account' | 'card') => `'${kind}-' || lpad(:n::text, ${22 - kind.length - 1}, '0')`
const lookup = `\\set n random(0, ${cards - 1})
${forReading.replace('$1', padded('account')).replace('$2', '1').replace('$3', padded('card'))};
`

type Send = (index: number) => Promise<unknown>

/** How many calls a second come back good when so many are always under way. */
const rateOf = async (send: Send, from: number, limit: number): Promise<{ rate: number; next: number }> => {
  const started = performance.now()
  let next = from
  const worker = async () => {
    while (performance.now() - started < seconds * 1000 && next < limit) await send(next++)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return { rate: ((next - from) / (performance.now() - started)) * 1000, next }
}

const callerOf = (index: number): Caller => ({ accountKey: keyOf('account', index), epoch: 1, channel: 'wechat', played: false })

/** Everyone has signed in before the measuring begins. */
const signInAll = ({ tokens }: Services): Promise<string[]> =>
  Promise.all(Array.from({ length: cards }, async (_, index) =>
    (await tokens.issue(callerOf(index))).token))

const callWith = (tokens: readonly string[]) => async (operation: string, index: number, request: object): Promise<void> => {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${tokens[index]}` }
  const answer = await main(request, { httpContext: { url: `/card/${operation}`, httpMethod: 'POST', headers } })
  if (!('statusCode' in answer) || answer.statusCode !== 200) throw new Error(`card/${operation} was not answered well: ${'body' in answer ? answer.body : ''}`)
}

interface Measured {
  readonly ours: number[]
  readonly theirs: number[]
}

const tell = (what: string, { ours, theirs }: Measured, target: number): void => {
  const ratio = median(ours) / median(theirs)
  const all = (values: number[]) => values.map(Math.round).join(', ')
  console.log(`${what}: ${Math.round(median(ours))}/s (${all(ours)}) against pgbench's ${Math.round(median(theirs))}/s (${all(theirs)}): ${ratio.toFixed(2)} of it, target ${target}`)
}

const verified = (index: number) => ({ cardId: keyOf('card', index), verificationId: checkOf(index), idempotencyKey: `benchmark-${index}` })

/** The same write without the function around it: no token, no parsing, no reply. */
const changeWith = ({ repository }: Services): Send => (index) => {
  const { cardId: cardKey, verificationId, idempotencyKey } = verified(index)
  return repository.cards.change(callerOf(index), {
    cardKey, operation: 'reportLoss', verificationId, idempotencyKey, content: verificationId,
    decide: ({ card, by, policy, now }) => {
      const ids = { socialSecurity: newReceiptNumber(now), financial: newReceiptNumber(now) }
      return decideReportLoss(card, { channel: 'wechat', by, ids }, policy, now)
    },
  })
}

/** Cards are reported once each: every round, and each of the two ways of sending, has cards of its own. */
const perRound = Math.floor(cards / rounds / 2)

const measureReports = async (client: pg.Client, sends: readonly [Send, Send], address: string): Promise<[Measured, Measured]> => {
  const theirs: number[] = []
  const ours: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    theirs.push(await pgbench({ address, script: textbook, clients: atOnce, seconds }))
    for (const [way, send] of sends.entries()) {
      const from = (2 * round + way) * perRound
      await passChecks(client, from, from + perRound)
      ours[way]?.push((await rateOf(send, from, from + perRound)).rate)
    }
  }
  return [{ ours: ours[0], theirs }, { ours: ours[1], theirs }]
}

const measureReading = async (call: ReturnType<typeof callWith>, address: string): Promise<Measured> => {
  const measured: Measured = { ours: [], theirs: [] }
  const get: Send = (index) => call('get', index % cards, { cardId: keyOf('card', index % cards) })
  for (let round = 0; round < rounds; round += 1) {
    measured.theirs.push(await pgbench({ address, script: lookup, clients: atOnce, seconds }))
    measured.ours.push((await rateOf(get, 0, Number.MAX_SAFE_INTEGER)).rate)
  }
  return measured
}

const measure = async (address: string): Promise<void> => {
  const services = openServices(testConfig(address))
  provideServices(services)
  await services.repository.migrate()
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  try {
    await fill(client, services.keys, cards)
    const call = callWith(await signInAll(services))
    const [whole, record] = await measureReports(client, [(index) => call('reportLoss', index, verified(index)), changeWith(services)], address)
    tell('card/reportLoss', whole, 0.8)
    tell('the record alone', record, 0.8)
    tell('card/get', await measureReading(call, address), 0.5)
  } finally {
    await client.end()
    await services.repository.close()
  }
}

/** On a PostgreSQL of its own that really writes to the disk. Needs `pgbench` (Debian: postgresql-15). */
const bench = async (): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'lost-card-bench-'))
  chmodSync(folder, 0o711)
  const server = await startDatabase(join(folder, 'postgres'))
  try {
    await server.ensure('bench')
    await measure(server.address('bench'))
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

void bench()
