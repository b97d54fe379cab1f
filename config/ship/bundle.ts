import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { filesBelow } from '../checks/files'

const app = v.object({
  requiredPrivateInfos: v.optional(v.array(v.string()), []),
  permission: v.optional(v.record(v.string(), v.object({ desc: v.string() })), {}),
  __usePrivacyCheck__: v.optional(v.boolean(), false),
})

/** A built mini-program as it lies in its folder. */
export interface Bundle {
  readonly folder: string
  readonly files: readonly string[]
  readonly app: v.InferOutput<typeof app>
  /** All of its code, our own and the libraries'. */
  readonly code: string
}

/** The bundle in a folder; null where none is built. */
export const bundleIn = (folder: string): Bundle | null => {
  if (!existsSync(path.join(folder, 'app.json'))) return null
  const files = filesBelow(folder)
  const read = (file: string) => readFileSync(path.join(folder, file), 'utf8')
  return { folder, files, app: v.parse(app, JSON.parse(read('app.json'))), code: files.filter((file) => file.endsWith('.js')).map(read).join('\n') }
}

/** What a bundle is known by: another byte, another name or another file makes another. */
export const fingerprintOf = ({ folder, files }: Bundle): string => {
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update('\0').update(readFileSync(path.join(folder, file))).update('\0')
  return hash.digest('hex')
}
