import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { configFrom } from '../../cloudfunctions/runtime/config'
import { ConfigError } from '../../cloudfunctions/runtime/config-error'
import { filesBelow } from '../checks/files'
import { readGit } from './git'

const configFile = path.join('config', 'deploy', 'cloudbaserc.json')
const deploy = v.object({ functions: v.array(v.object({ name: v.string() })) })

/** Where the functions go; what they do with it, their settings say. */
const places = ['ENV_ID', 'VPC_ID', 'SUBNET_ID']

const faultsOfSettings = async (environment: NodeJS.ProcessEnv): Promise<readonly string[]> => {
  try {
    await configFrom({ ...environment, NODE_ENV: 'production' })
    return []
  } catch (thrown) {
    if (thrown instanceof ConfigError) return thrown.faults
    throw thrown
  }
}

const faultsOfFolder = (folder: string, name: string): string[] => {
  if (!['index.js', 'package.json'].every((file) => existsSync(path.join(folder, file)))) return [`dist/cloudfunctions/${name} is not built: npm run build:functions.`]
  return filesBelow(folder).filter((file) => file.endsWith('.map')).map((file) => `${name}/${file} is a source map within what would be uploaded.`)
}

/** What citizens sign in by. */
const platforms = ({ WECHAT_APP_ID, ALIPAY_APP_ID }: NodeJS.ProcessEnv): string[] =>
  WECHAT_APP_ID || ALIPAY_APP_ID ? [] : ['Neither WECHAT_APP_ID nor ALIPAY_APP_ID is set: nobody could sign in.']

/** All that is missing or wrong before the functions go to the cloud, a sentence each, and never a value. */
export const missingFunctions = async (root: string, environment: NodeJS.ProcessEnv): Promise<string[]> => {
  const { functions } = v.parse(deploy, JSON.parse(readFileSync(path.join(root, configFile), 'utf8')))
  return [
    ...places.filter((name) => !environment[name]).map((name) => `${name} is not set.`),
    ...(await faultsOfSettings(environment)),
    ...platforms(environment),
    ...functions.flatMap(({ name }) => faultsOfFolder(path.join(root, 'dist', 'cloudfunctions', name), name)),
    ...(readGit(root).clean ? [] : ['The git tree is not clean: commit what is changed, or take it away.']),
  ]
}
