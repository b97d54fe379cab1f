import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { keysVariable, newKeys } from '../platforms/alipay/keys'
import { newRecordKeys, recordKeysVariable } from '../record/demo-keys'
import { serverVariable } from './variable'

/**
 * Starts a PostgreSQL of this test run alone. Its process lives on a pipe from this one: when the run ends, however it
 * ends, the server stops and its folder goes.
 */
export default async function startTestServer(): Promise<void> {
  // what the demo city stands under, for the server as for the tests
  process.env[recordKeysVariable] = newRecordKeys()
  const child = spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'server.ts')], { stdio: ['pipe', 'pipe', 'inherit'], detached: true })
  // made while the server starts
  process.env[keysVariable] = newKeys()
  const failed = once(child, 'exit').then(([code]) => { throw new Error(`the test database ended with ${code}`) })
  const [address] = await Promise.race([once(createInterface(child.stdout), 'line'), failed])
  failed.catch(() => undefined)
  process.env[serverVariable] = address
  child.unref()
  for (const stream of [child.stdin, child.stdout]) if ('unref' in stream && typeof stream.unref === 'function') stream.unref()
}
