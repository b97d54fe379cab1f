import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The project's folder; every script here runs in it, wherever it was called from. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

const packagesOf = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {})

/** npm writes its hidden lock last, so what differs from ours, or is missing, was never fully installed. */
function isInstalled() {
  const wanted = Object.entries(packagesOf(`${root}package-lock.json`)).filter(([path]) => path)
  const present = packagesOf(`${root}node_modules/.package-lock.json`)
  return wanted.every(([path, { version, optional }]) => (present[path] ? present[path].version === version : optional))
}

/** Runs a command in the project's folder with its output shown; whether it succeeded. */
const run = (command, args, env = {}) =>
  spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env }, shell: process.platform === 'win32' }).status === 0

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(`Node ${process.versions.node} is too old: this project needs Node 20.19 or newer.`)
  process.exit(1)
}

/** Makes sure that exactly what package-lock.json names is installed; installs it when it is not. */
export function ensureInstalled() {
  checkNode()
  if (isInstalled()) return
  console.log('Installing what package-lock.json names …')
  if (!run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])) {
    console.error('The installation failed; the lines above say why. Nothing was started.')
    process.exit(1)
  }
}
