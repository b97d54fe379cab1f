import { runCommand, secondsSince, withRepository } from './command'
import { progressOf, type Progress } from './progress'
import type { Rotation } from '../../repository'

const unreadableNote = (count: number) =>
  count === 0 ? '' : `; ${count} do not open with their key, since they were altered or copied from another row: they stay as they are`

const rotate = (): Promise<Rotation> =>
  withRepository(async (repository) => {
    let progress: Progress | undefined
    const rotation = repository.rotateKeys({
      onBegin: (values) => { progress = progressOf(values) },
      onChanged: (values) => progress?.read(values),
      onColumn: (column, changed, unreadable) => progress?.line(`${column}: ${changed} put under the current key${unreadableNote(unreadable)}`),
    })
    return rotation.finally(() => progress?.end())
  })

const sayRemovable = (variable: string, ids: readonly string[]) => {
  if (ids.length > 0) console.log(`Nothing stands under ${ids.join(', ')} any more: ${variable} can do without, once no process still runs with it first.`)
}

export const command = async (): Promise<boolean> => {
  const started = performance.now()
  const { changed, left, removable } = await rotate()
  console.log(`${changed} value(s) put under the current keys in ${secondsSince(started)} s.`)
  sayRemovable('DATA_KEYS', removable.data)
  sayRemovable('HASH_KEYS', removable.hash)
  for (const standing of left) console.log(`Still needed: ${standing}`)
  return left.length === 0
}

runCommand(module, command)
