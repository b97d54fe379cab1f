import { readFileSync } from 'node:fs'
import path from 'node:path'

import { idNumberFault } from '@/domain/id-number'

import { filesBelow } from './files'

interface Rule {
  why: string
  pattern: RegExp
  /** narrows what the pattern finds */
  only?: (found: string) => boolean
}

const codeFromStrings: Rule[] = [
  { why: 'the platforms refuse eval', pattern: /\beval\(/g },
  { why: 'the platforms refuse code from strings', pattern: /\bFunction\((?!\)|["']return this["']\))/g },
]

const thisMachine: Rule = { why: 'a published bundle must not call this machine', pattern: /\b(?:https?:\/\/)(?:localhost|127\.0\.0\.1|0\.0\.0\.0)\b/g }

const idNumber: Rule = { why: 'looks like a citizen ID number', pattern: /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g, only: isIdNumber }

function isIdNumber(text: string): boolean {
  return idNumberFault(text.toUpperCase()) === null
}

/**
 * Looks through the code of a built bundle for what must not be published.
 * @param release whether the bundle goes to citizens; one for local work may call this machine
 * @returns a line for each find: file, line, what, why
 */
export function scanBundle(dist: string, { release }: { release: boolean }): string[] {
  const rules = [...codeFromStrings, idNumber, ...(release ? [thisMachine] : [])]
  return filesBelow(dist)
    .filter((file) => /\.(js|json|wxml|axml|wxs|sjs)$/.test(file))
    .flatMap((file) => scanText(readFileSync(path.join(dist, file), 'utf8'), rules).map((find) => `${file}:${find}`))
}

function scanText(text: string, rules: Rule[]): string[] {
  return rules.flatMap(({ why, pattern, only = () => true }) =>
    [...text.matchAll(pattern)]
      .filter(([found]) => only(found))
      // an ID number itself must not reach a log
      .map(({ index, 0: found }) => `${text.slice(0, index).split('\n').length}: ${/\d{17}/.test(found) ? '…' : found} (${why})`),
  )
}
