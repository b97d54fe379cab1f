import { execFileSync } from 'node:child_process'

/** Where the project stands: what would be shipped, and under which name. */
export interface Git {
  readonly commit: string
  readonly clean: boolean
  /** The version that a tag on this very commit says, such as 1.2.3 of v1.2.3; null without one. */
  readonly version: string | null
  /** What the commit says in its first line, with its short hash. */
  readonly description: string
}

const versionIn = (tags: string): string | null => tags.split('\n').map((tag) => /^v(\d+\.\d+\.\d+)$/.exec(tag)?.[1]).find((found) => found !== undefined) ?? null

export const readGit = (root: string): Git => {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim()
  return {
    commit: git('rev-parse', 'HEAD'),
    clean: git('status', '--porcelain') === '',
    version: versionIn(git('tag', '--points-at', 'HEAD')),
    description: git('log', '-1', '--format=%h %s'),
  }
}
