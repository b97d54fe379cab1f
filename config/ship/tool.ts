import { spawnSync } from 'node:child_process'

/** The vendors' own tools, each in the version that was looked at. They are fetched when they are first used, and are no part of the project. */
export const tools = {
  weapp: { name: 'miniprogram-ci@2.1.42', command: ['miniprogram-ci@2.1.42'] },
  alipay: { name: 'minidev@2.2.5', command: ['minidev@2.2.5'] },
  functions: { name: '@cloudbase/cli@2.12.10', command: ['--package', '@cloudbase/cli@2.12.10', 'tcb'] },
} as const
export type Tool = (typeof tools)[keyof typeof tools]

/** Runs a vendor's tool in the project's folder with its output shown. Throws a sentence where it cannot be had, or does not say that it succeeded. */
export const runTool = ({ name, command }: Tool, words: readonly string[], root: string, environment: NodeJS.ProcessEnv): void => {
  const run = (args: readonly string[], stdio: 'ignore' | 'inherit') =>
    spawnSync('npx', ['--yes', ...command, ...args], { cwd: root, env: environment, stdio, shell: process.platform === 'win32' }).status === 0
  if (!run(['--version'], 'ignore')) throw new Error(`${name} cannot be had here: npx fetches it from the package registry when it is first used. Nothing was sent.`)
  if (!run(words, 'inherit')) throw new Error(`${name} did not say that it succeeded: look in the console what came of it before you try again.`)
}
