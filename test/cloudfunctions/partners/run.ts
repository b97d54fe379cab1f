import { execFile } from 'node:child_process'

export interface Ran {
  readonly code: number
  readonly printed: string
}

/** Runs a command as npm does, on a database and with keys of this test's: its exit code and all it printed. */
export const run = (folder: string, databaseUrl: string, command: 'channels' | 'staff' | 'webhooks', ...args: string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const env = { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: folder }
    const child = execFile(process.execPath, ['--import', 'tsx', `cloudfunctions/host/cli/${command}.ts`, ...args], { env }, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, printed: stdout + stderr }))
  })
