import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import type { DataOf, OperationName, RequestOf } from '@/contract'
import { startDatabase, type DatabaseServer } from '../../cloudfunctions/host/database'
import { loadDemoCity } from '../../cloudfunctions/host/demo'
import { openServices, provideServices, type Services } from '../../cloudfunctions/runtime/services'
import { askAt, endProcess } from '../support/database/past-everybody'
import { startPlatforms, type Platforms } from '../support/platforms'
import { call, citizen, newKey, type Citizen } from '../support/record/citizen'
import { testConfig } from '../support/record/keys'

const rounds = Number(process.env['FULL_FAULT_ROUNDS'] ?? 8)
/** Answers a round waits for before the server is killed. */
const answersBefore = 40
jest.setTimeout(60_000 + rounds * 60_000)

interface Acknowledged {
  readonly key: string
  readonly already: boolean
  /** What the answer says has happened: `lossReported GS…`. */
  readonly event: string
}

let above: string
let server: DatabaseServer
let services: Services
let platforms: Platforms
/** Resolves once the server answers: whoever was refused waits for it. */
let up: Promise<void> = Promise.resolve()
/** Requests that got no answer, and were sent again under the same key. */
let again = 0
const acknowledged: Acknowledged[] = []

const signal = (): { readonly given: Promise<void>; readonly give: () => void } => {
  let give = () => {}
  const given = new Promise<void>((resolve) => { give = resolve })
  return { given, give: () => give() }
}

const folder = () => join(above, 'postgres')
beforeAll(async () => {
  above = await mkdtemp(join(tmpdir(), 'lost-card-faults-'))
  await chmod(above, 0o711)
  server = await startDatabase(folder())
  await server.ensure('lost_card')
  platforms = await startPlatforms({ everyone: true })
  services = openServices(testConfig(server.address('lost_card'), { ...platforms.config, checksPerHour: 1_000_000 }))
  await services.repository.migrate()
  await loadDemoCity(services.repository)
  provideServices(services)
})
afterAll(async () => {
  await services.repository.close()
  await platforms.close()
  await server.stop()
  await rm(above, { recursive: true, force: true })
})

const rows = <Row extends pg.QueryResultRow>(text: string): Promise<Row[]> => askAt<Row>(server.address('lost_card'), text)

/** Sends the same request until it is answered, as a phone does. */
const answered = async <Name extends OperationName>(name: Name, request: RequestOf<Name>, token: string): Promise<DataOf<Name>> => {
  for (;;) {
    const answer = await call(name, request, token)
    if (answer.ok) return answer.data
    if (answer.error.code !== 'busy') throw new Error(`${name} was refused: ${answer.error.code}`)
    again += 1
    await up
  }
}

const change = async ({ token, cardId }: Citizen, purpose: 'reportLoss' | 'releaseLoss'): Promise<Acknowledged> => {
  const { verificationId } = await answered('session/beginVerification', { subject: { purpose, cardId } }, token)
  await answered('session/completeVerification', { verificationId, sandboxResult: 'passed' }, token)
  const key = newKey()
  const { already, report } = await answered(`card/${purpose}`, { cardId, verificationId, idempotencyKey: key }, token)
  return { key, already, event: `${purpose === 'reportLoss' ? 'lossReported' : 'reportReleased'} ${report?.receiptNumber}` }
}

/** Reports and releases in turn until told to stop; a request under way is always seen through to its answer. */
const work = async (client: Citizen, goesOn: () => boolean, onAnswer: () => unknown): Promise<void> => {
  for (let count = 0; goesOn(); count += 1) {
    acknowledged.push(await change(client, count % 2 ? 'releaseLoss' : 'reportLoss'))
    onAnswer()
  }
}

/** Kills the server's first process, so that none follows, and then every other: nothing is flushed, nothing says goodbye. */
const killServer = async () => {
  const others = await rows<{ pid: number }>('select pid from pg_stat_activity')
  endProcess(Number((await readFile(join(folder(), 'postmaster.pid'), 'utf8')).split('\n')[0]))
  others.forEach(({ pid }) => endProcess(pid))
}

const written = async (): Promise<string[]> =>
  (await rows<{ event: string }>(`select (event->>'what') || ' ' || coalesce(event->'report'->>'id', event->>'reportId') as event
    from card_event where actor in (select person_key from account)`)).map(({ event }) => event)
const keptKeys = async (): Promise<string[]> => (await rows<{ key: string }>('select key from idempotency')).map(({ key }) => key)

const expectAllThere = async (known: readonly Acknowledged[]) => {
  const [events, keys] = [new Set(await written()), new Set(await keptKeys())]
  expect(known.filter(({ key, already, event }) => !keys.has(key) || (!already && !events.has(event)))).toEqual([])
}

const expectNothingTwice = async () => {
  expect((await keptKeys()).sort()).toEqual(acknowledged.map(({ key }) => key).sort())
  expect((await written()).sort()).toEqual(acknowledged.filter(({ already }) => !already).map(({ event }) => event).sort())
}

const expectChains = async (clients: readonly Citizen[]) => {
  for (const { cardId } of clients) expect(await services.repository.cards.verifyHistory(cardId)).toBeNull()
}

/** Clients write; the server dies under them, and comes back; they go on until each has its answer. */
const round = async (clients: readonly Citizen[]): Promise<void> => {
  const enough = signal()
  const until = acknowledged.length + answersBefore
  let over = false
  const everyone = Promise.all(clients.map((client) => work(client, () => !over, () => acknowledged.length >= until && enough.give())))
  await Promise.race([enough.given, everyone])
  const back = signal()
  up = back.given
  await killServer()
  const address = server.address('lost_card')
  server = await startDatabase(folder())
  // on its port again, so that the pool the clients use finds back by itself
  expect(server.address('lost_card')).toBe(address)
  await expectAllThere([...acknowledged])
  over = true
  back.give()
  await everyone
}

test(`nothing acknowledged is lost and nothing is done twice when the database is killed ${rounds} times`, async () => {
  const people = ['in-use', 'locked', 'not-activated', 'other-city'] as const
  const clients = (await Promise.all(people.map((id) => Promise.all([citizen(id, 'wechat'), citizen(id, 'alipay')])))).flat()
  for (let count = 0; count < rounds; count += 1) {
    again = 0
    await round(clients)
    expect(again).toBeGreaterThan(0)
    await expectNothingTwice()
    await expectChains(clients)
  }
})
