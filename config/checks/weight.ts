import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

import { filesBelow } from './files'

export interface Weight {
  /** bytes */
  raw: number
  /** bytes, each file compressed by itself at gzip's best level */
  gz: number
}

// not part of what a phone downloads
const leftOut = /\.map$|LICENSE\.txt$|^project\.config\.json$|^mini\.project\.json$|^\.browserslistrc$/

/** The bytes of the main package, whose root is empty, and of each sub-package, as they are uploaded. */
export function packageWeights(dist: string): { root: string; bytes: number }[] {
  const roots = subPackageRoots(dist)
  const files = filesBelow(dist).filter((file) => !leftOut.test(file)).map((file) => ({ of: roots.find((root) => file.startsWith(root)) ?? '', bytes: statSync(path.join(dist, file)).size }))
  return ['', ...roots].map((root) => ({ root, bytes: files.filter(({ of }) => of === root).reduce((sum, { bytes }) => sum + bytes, 0) }))
}

/** What a phone downloads to open a bundle: all its files but those of sub-packages. */
export function mainPackageWeight(dist: string): Weight {
  const roots = subPackageRoots(dist)
  const files = filesBelow(dist).filter((file) => !leftOut.test(file) && !roots.some((root) => file.startsWith(root)))
  const contents = files.map((file) => readFileSync(path.join(dist, file)))
  return {
    raw: contents.reduce((sum, content) => sum + content.length, 0),
    gz: contents.reduce((sum, content) => sum + gzipSync(content, { level: 9 }).length, 0),
  }
}

function subPackageRoots(dist: string): string[] {
  if (!filesBelow(dist).includes('app.json')) return []
  const app = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as Record<'subPackages' | 'subpackages', { root: string }[] | undefined>
  return (app.subPackages ?? app.subpackages ?? []).map(({ root }) => `${root.replace(/^\/|\/$/g, '')}/`)
}
