import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Linux counts a process's time in hundredths of a second. */
const tickMs = 10

interface Times {
  readonly parent: number
  /** Its own, and that of children that have ended and been waited for (ms). */
  readonly own: number
  readonly ended: number
}

const timesOf = (pid: string): Times | null => {
  try {
    // the name, in brackets, may hold spaces
    const [, rest = ''] = /\) (.*)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
    const field = (at: number) => Number(rest.split(' ')[at - 3])
    return { parent: field(4), own: (field(14) + field(15)) * tickMs, ended: (field(16) + field(17)) * tickMs }
  } catch {
    // it has just ended
    return null
  }
}

const serverPid = (folder: string): string => readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0] ?? ''

const serverMs = (folder: string): number => {
  const pid = serverPid(folder)
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => timesOf(name) ?? []).filter(({ parent }) => String(parent) === pid)
  const server = timesOf(pid)
  return (server ? server.own + server.ended : 0) + children.reduce((sum, { own }) => sum + own, 0)
}

/** Processor time (ms) that was used so far: by the database's server, by this process, and by the programs that it ran. */
export interface Used {
  readonly database: number
  readonly here: number
  readonly programs: number
}

export const usedSoFar = (folder: string): Used => {
  const { user, system } = process.cpuUsage()
  return { database: serverMs(folder), here: (user + system) / 1000, programs: timesOf('self')?.ended ?? 0 }
}
