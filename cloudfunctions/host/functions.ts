import { createRequire } from 'node:module'
import { join } from 'node:path'
import { functionNames, type FunctionName } from '@/contract'
import type { Main } from '../runtime/define-function'

/** What a host needs of every function: its `main`. */
export type Functions = Readonly<Record<FunctionName, Main>>

const isFunction = (value: unknown): value is { main: Main } =>
  typeof value === 'object' && value !== null && 'main' in value && typeof value.main === 'function'

const load = (folder: string, name: FunctionName): Main => {
  const loaded: unknown = createRequire(join(folder, name, 'package.json'))('./index.js')
  if (!isFunction(loaded)) throw new Error(`${join(folder, name)} has no main: build the functions first`)
  return loaded.main
}

/** Loads the bundles from their folder: what is served is what is deployed. */
export const loadFunctions = (folder: string): Functions =>
  Object.fromEntries(functionNames.map((name) => [name, load(folder, name)])) as Record<FunctionName, Main>
