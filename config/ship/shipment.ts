import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { readBuilt, type Built } from './built'
import { bundleIn, type Bundle } from './bundle'
import { readGit, type Git } from './git'
import { shopOf, type Shop, type ShopName } from './shop'

/** A mini-program on its way to a shop: everything the checks look at. */
export interface Shipment {
  readonly root: string
  readonly platform: ShopName
  readonly environment: NodeJS.ProcessEnv
  readonly git: Git
  readonly shop: Shop
  readonly bundle: Bundle
  readonly built: Built | null
  /** As the project's file for this shop has it; empty where it has none. */
  readonly appId: string
}

/** What a check finds, a sentence each; nothing where all is well. */
export type Check = (shipment: Shipment) => readonly string[]

const projectFile = { weapp: 'project.config.json', alipay: 'project.alipay.json' } as const
const project = v.object({ appid: v.optional(v.string(), '') })

export const projectFileOf = (platform: ShopName): string => projectFile[platform]

const appIdIn = (file: string): string => (existsSync(file) ? v.parse(project, JSON.parse(readFileSync(file, 'utf8'))).appid : '')

/** What lies in a project's folder for a shop; null where nothing is built for it. */
export const readShipment = (root: string, platform: ShopName, environment: NodeJS.ProcessEnv): Shipment | null => {
  const bundle = bundleIn(path.join(root, 'dist', platform))
  if (!bundle) return null
  const appId = appIdIn(path.join(root, projectFile[platform]))
  return { root, platform, environment, git: readGit(root), shop: shopOf(root, platform), bundle, built: readBuilt(root, platform), appId }
}
