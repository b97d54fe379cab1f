import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './install.mjs'
import { runGathered } from './run.mjs'

const inputs = {
  taro: ['src', 'config', 'package-lock.json', 'tsconfig.json', 'project.config.json'],
  counter: ['src/web', 'src/contract', 'src/domain', 'src/copy', 'src/features/reissue', 'src/styles/_tokens.scss', 'config/web', 'package-lock.json', 'tsconfig.json'],
  functions: ['src/domain', 'src/contract', 'cloudfunctions', 'test/support/platforms', 'config/functions', 'package-lock.json', 'tsconfig.json'],
}

const filesIn = (path) => {
  if (!existsSync(path)) return []
  const entries = path.match(/\.\w+$/) ? null : readdirSync(path, { recursive: true, withFileTypes: true })
  return entries ? entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort() : [path]
}

function fingerprint(paths, env) {
  const hash = createHash('sha256').update(JSON.stringify(env))
  for (const file of paths.flatMap((path) => filesIn(join(root, path)))) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

const stamps = join(root, 'dist', '.stamps')

/** Builds one target unless what is in dist was made from the same files and settings. */
async function build(target, kind, env) {
  const stamp = join(stamps, target)
  const wanted = fingerprint(inputs[kind], env)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true
  console.log(`Building ${target} …`)
  rmSync(stamp, { force: true })
  const { ok, output } = await runGathered('npm', ['run', '--silent', `build:${target}`], env)
  if (!ok) {
    process.stderr.write(output)
    return false
  }
  mkdirSync(stamps, { recursive: true })
  writeFileSync(stamp, wanted)
  return true
}

/** What a server of the service is made of: the functions, and the counter's page. */
export const buildServer = async () => (await build('functions', 'functions', {})) && build('counter', 'counter', {})

/**
 * Builds the functions and the three apps, each only if something it is made from has changed; false when one fails. `phones` are
 * settings of the WeChat and Alipay builds alone.
 */
export const buildAll = async (env, phones = {}) => {
  if (!(await buildServer())) return false
  for (const target of ['weapp', 'alipay', 'h5']) {
    if (!(await build(target, 'taro', target === 'h5' ? env : { ...env, ...phones }))) return false
  }
  return true
}
