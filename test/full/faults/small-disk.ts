import { execFileSync } from 'node:child_process'
import { chmod, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { codeOf } from '../../../cloudfunctions/runtime/errors'

/** A disk of its own, which can be filled to the last byte. */
export interface SmallDisk {
  readonly folder: string
  fill(): Promise<void>
  /** Gives the room back. */
  clear(): Promise<void>
  close(): Promise<void>
}

const piece = Buffer.alloc(8 * 1024 * 1024, 1)

const mount = (folder: string, megabytes: number): void => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=711`, 'tmpfs', folder], { stdio: 'pipe' })
  } catch {
    throw new Error('This test fills a disk of its own, and could not mount one: run it as root, in a container with CAP_SYS_ADMIN.')
  }
}

/** Writes until there is no room for a byte more. */
const writeAll = async (file: string): Promise<void> => {
  const handle = await open(file, 'w')
  try {
    for (let bytes = piece.length; bytes >= 1;) {
      const { bytesWritten } = await handle.write(piece, 0, bytes).catch((thrown: unknown) => {
        if (codeOf(thrown) !== 'ENOSPC') throw thrown
        return { bytesWritten: 0 }
      })
      if (bytesWritten < bytes) bytes = Math.floor(bytes / 2)
    }
  } finally {
    await handle.close()
  }
}

export const openSmallDisk = async (megabytes: number): Promise<SmallDisk> => {
  const folder = await mkdtemp(join(tmpdir(), 'lost-card-disk-'))
  mount(folder, megabytes)
  await chmod(folder, 0o711)
  const ballast = join(folder, 'ballast')
  const clear = () => rm(ballast, { force: true })
  return {
    folder, clear,
    fill: () => writeAll(ballast),
    close: async () => {
      await clear()
      execFileSync('umount', [folder])
      await rm(folder, { recursive: true })
    },
  }
}
