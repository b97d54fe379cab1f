import { resolve } from 'node:path'
import { compile } from 'sass'

const { css } = compile(resolve(__dirname, '../../../src/styles/index.scss'))

/** The custom properties that rules with exactly this selector set. */
const declared = (selector: string): Record<string, string> => {
  const rules = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].filter(([, name = '']) => name.trim() === selector)
  return Object.fromEntries(rules.flatMap(([, , body = '']) => [...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value])))
}

const looks = {
  normal: ['.screen'],
  elder: ['.screen', '.t-elder'],
  dark: ['.screen', '.t-dark'],
  elderDark: ['.screen', '.t-elder', '.t-dark', '.t-dark.t-elder'],
} as const
export type Look = keyof typeof looks
export const lookNames = Object.keys(looks) as Look[]

/** The tokens as a screen of this look has them: later rules win, as in the sheet. */
export const tokensOf = (look: Look): Record<string, string> => Object.assign({}, ...looks[look].map(declared)) as Record<string, string>

export const sheet = css
