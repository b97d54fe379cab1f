import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const root = join(__dirname, '..')

/** Which part of how many, from `PART=2/4`; the whole without it. */
const [part = 1, parts = 1] = (process.env['PART'] ?? '').split('/').filter(Boolean).map(Number)

const testsIn = (folder: string, recursive: boolean) =>
  readdirSync(join(root, folder), { recursive, encoding: 'utf8' }).filter((path) => /\.test\.tsx?$/.test(path)).map((path) => `${folder}/${path}`)

/**
 * Takes every test file of these folders in one process, which reads what they share once: that takes longer than most of their tests.
 * A folder that ends with `/` is taken without those in it.
 */
export const takeAll = (folders: readonly string[], seconds: number): void => {
  const files = folders.flatMap((folder) => testsIn(folder.replace(/\/$/, ''), !folder.endsWith('/'))).sort()
  for (const file of files.filter((_, index) => index % parts === part - 1)) {
    describe(file, () => {
      jest.requireActual(join(root, file))
    })
  }
  // what a file asks for itself is for when it is taken alone
  jest.setTimeout(seconds * 1000)
}
