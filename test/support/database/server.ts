import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDatabase } from '.'
import { startDatabase } from '../../../cloudfunctions/host/database'
import { demoCity } from '../record/demo-city'
import { serverVariable } from './variable'

/** Nothing here outlives the run: writes need not reach the disk. Fault tests, which need that, start a server of their own. */
const fast = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300']

/** What databases are copied from is made before the first test, whose time is short. */
const prepare = async (address: string) => {
  process.env[serverVariable] = address
  for (const database of [await createDatabase(), await createDatabase(demoCity)]) await database.drop()
}

const main = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lost-card-test-'))
  await chmod(folder, 0o711)
  const server = await startDatabase(join(folder, 'postgres'), fast)
  const end = async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  process.stdin.resume().once('end', () => void end())
  await prepare(server.address('postgres'))
  process.stdout.write(`${server.address('postgres')}\n`)
}

void main()
