import { spawn } from 'node:child_process'
import { root } from './install.mjs'

/** Runs a command in the project's folder; resolves to whether it succeeded and all it said. */
export const runGathered = (command, args, env = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' })
    const said = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk))
    child.on('error', (error) => said.push(Buffer.from(`${error.message}\n`)))
    child.on('close', (status) => resolve({ ok: status === 0, output: Buffer.concat(said).toString() }))
  })
