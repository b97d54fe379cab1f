import { spawnSync } from 'node:child_process'
import path from 'node:path'

import { readAudit } from './read-audit'

// only what is deployed; one short try, since nothing is wrong with the project where there is no network
const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=15000'], {
  cwd: path.resolve(__dirname, '../..'), encoding: 'utf8', shell: process.platform === 'win32',
})
const audit = readAudit(stdout)
if (!audit.ran) process.stdout.write('The audit was not run: the registry gave no answer to it.\n')
else if (audit.grave.length === 0) process.stdout.write(`No package that ships has a known high or critical weakness; ${audit.others} have lesser ones.\n`)
else process.stderr.write(audit.grave.map((line) => `${line}\n`).join(''))
process.exitCode = audit.ran && audit.grave.length > 0 ? 1 : 0
