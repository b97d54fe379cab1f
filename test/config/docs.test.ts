import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(__dirname, '../..')
const documents = ['README.md', ...readdirSync(path.join(root, 'docs')).filter((file) => file.endsWith('.md')).map((file) => `docs/${file}`)]
const textOf = (document: string) => readFileSync(path.join(root, document), 'utf8')
const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }

/** As GitHub makes it of a heading. */
const anchorOf = (heading: string) => heading.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').trim().replace(/\s/g, '-')
const anchorsIn = (document: string) => [...textOf(document).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading))

test.each(documents)('%s names only commands there are', (document) => {
  const named = [...textOf(document).matchAll(/npm run (?:--silent )?([a-z][\w:-]*\w)/g)].map(([, name = '']) => name)
  expect(named.filter((name) => scripts[name] === undefined)).toEqual([])
})

test.each(documents)('%s leads only to what is there', (document) => {
  const links = [...textOf(document).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)/g)].map(([, file = '', anchor]) => {
    const target = file === '' ? document : path.posix.join(path.posix.dirname(document), file)
    return { target, anchor }
  })
  expect(links.filter(({ target, anchor }) => !existsSync(path.join(root, target)) || (anchor !== undefined && !anchorsIn(target).includes(anchor)))).toEqual([])
})
