import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { dataDirOf } from '../../../../cloudfunctions/host/data-dir'
import { startDatabase } from '../../../../cloudfunctions/host/database'

const starter = join(__dirname, '../../../support/database/a-start.ts')
// a folder is made and a server started several times in each of these
jest.setTimeout(60_000)
let pristine: string
let above: string
let folder: string

const openFolder = async () => {
  const made = await mkdtemp(join(tmpdir(), 'lost-card-supervisor-'))
  await chmod(made, 0o711)
  return made
}

beforeAll(async () => {
  pristine = await openFolder()
  await (await startDatabase(join(pristine, 'postgres'))).stop()
})
afterAll(() => rm(pristine, { recursive: true, force: true }))
beforeEach(async () => {
  above = await openFolder()
  folder = join(above, 'postgres')
})
afterEach(() => rm(above, { recursive: true, force: true }))

/** A folder that was used before; making a new one takes a second each time. */
const usedBefore = () => execFileSync('cp', ['-a', join(pristine, 'postgres'), folder])

const aStart = async (): Promise<{ child: ChildProcess; said: string }> => {
  const child = spawn(process.execPath, ['--import', 'tsx', starter, folder], { stdio: ['pipe', 'pipe', 'inherit'] })
  const [said] = (await once(createInterface(child.stdout), 'line')) as [string]
  return { child, said }
}

const stopped = async (child: ChildProcess) => {
  const ended = child.exitCode === null ? once(child, 'exit') : undefined
  child.stdin?.end()
  await ended
}

const query = async <Row extends pg.QueryResultRow>(address: string, text: string): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  const { rows } = await client.query<Row>(text)
  await client.end()
  return rows
}

const serverPid = async () => Number((await readFile(join(folder, 'postmaster.pid'), 'utf8')).split('\n')[0])
const portOf = (address: string) => new URL(address).port

test('what was written is there after a stop and a start, on the same port', async () => {
  usedBefore()
  const first = await startDatabase(folder)
  await first.ensure('lost_card')
  await query(first.address('lost_card'), 'CREATE TABLE kept AS SELECT 7 AS number')
  await first.stop()
  const second = await startDatabase(folder)
  await second.ensure('lost_card')
  expect(await query(second.address('lost_card'), 'SELECT number FROM kept')).toEqual([{ number: 7 }])
  expect(portOf(second.address('x'))).toBe(portOf(first.address('x')))
  await second.stop()
  await expect(query(second.address('lost_card'), 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
})

test('a port that someone else took meanwhile is given up for a free one', async () => {
  usedBefore()
  const first = await startDatabase(folder)
  const port = Number(portOf(first.address('x')))
  await first.stop()
  const taker = createServer().listen(port, '127.0.0.1')
  await once(taker, 'listening')
  const second = await startDatabase(folder)
  expect(await query(second.address('postgres'), 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  expect(Number(portOf(second.address('x')))).not.toBe(port)
  await second.stop()
  taker.close()
})

test('a start attaches to the server of a process that was killed', async () => {
  usedBefore()
  const killed = await aStart()
  await query(killed.said, 'CREATE TABLE kept AS SELECT 7 AS number')
  const pid = await serverPid()
  killed.child.kill('SIGKILL')
  await once(killed.child, 'exit')
  const next = await startDatabase(folder)
  expect(await serverPid()).toBe(pid)
  expect(await query(next.address('lost_card'), 'SELECT number FROM kept')).toEqual([{ number: 7 }])
  await next.stop()
  await expect(query(killed.said, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
})

test('a server killed with its process is started again, and keeps what it acknowledged', async () => {
  usedBefore()
  const killed = await aStart()
  await query(killed.said, 'CREATE TABLE kept AS SELECT 7 AS number')
  killed.child.kill('SIGKILL')
  process.kill(await serverPid(), 'SIGKILL')
  const next = await startDatabase(folder)
  expect(await query(next.address('lost_card'), 'SELECT number FROM kept')).toEqual([{ number: 7 }])
  await next.stop()
})

test('of two starts at once on one new folder exactly one goes through', async () => {
  const both = await Promise.all([aStart(), aStart()])
  const refused = both.filter(({ said }) => said.startsWith('DatabaseError'))
  const [started] = both.filter(({ said }) => said.startsWith('postgres://'))
  expect(refused).toHaveLength(1)
  expect(refused[0]?.said).toContain('in use by another running process')
  expect(await query(started?.said ?? '', 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  await Promise.all(both.map(({ child }) => stopped(child)))
})

test('a folder of another version is refused with what to do', async () => {
  usedBefore()
  await writeFile(join(folder, 'PG_VERSION'), '15\n')
  await expect(startDatabase(folder)).rejects.toThrow(/belongs to PostgreSQL 15, and this project runs 18\. Choose another DATA_DIR/)
})

test('a folder that is no database is refused and left as it is', async () => {
  await mkdir(folder)
  await writeFile(join(folder, 'letter.txt'), 'mine')
  await expect(startDatabase(folder)).rejects.toThrow('is not a database folder of this project')
  expect(await readFile(join(folder, 'letter.txt'), 'utf8')).toBe('mine')
})

// only root runs the server as another account, who may be shut out
if (process.getuid?.() === 0) {
  test('root is told when the account the server runs as cannot enter the folder', async () => {
    await chmod(above, 0o700)
    await expect(startDatabase(folder)).rejects.toThrow(/cannot enter .*Set DATA_DIR/)
  })

  test('below a closed folder root keeps local data where that account can reach it, always in the same place', async () => {
    await chmod(above, 0o700)
    const before = process.cwd()
    process.chdir(above)
    const dataDir = await dataDirOf(undefined)
    expect(dataDir).toMatch(/^\/var\/tmp\/lost-card-/)
    expect(await dataDirOf(undefined)).toBe(dataDir)
    expect(await dataDirOf('mine')).toBe(join(above, 'mine'))
    process.chdir(before)
    await rm(dataDir, { recursive: true })
  })
}
