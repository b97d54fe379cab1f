import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { findSecrets } from '../../config/checks/find-secrets'

const find = (content: string) => findSecrets([{ name: 'before.ts', content: 'const nothing = 1\n' }, { name: 'a.ts', content }])
const hex = randomBytes(32).toString('hex')

describe('what is told, by its place and never by what it says', () => {
  it.each([
    ['an app secret', `export const secret = '${randomBytes(16).toString('hex')}'`, ['a.ts:1: long hex that looks random']],
    ['a key in a setting', `\nDATA_KEYS=d1:${hex}`, ['a.ts:2: long hex that looks random']],
    ['a key without its frame', `const key = '${randomBytes(96).toString('base64')}'`, ['a.ts:1: long base64 that looks random']],
  ])('%s', async (_what, content, lines) => {
    expect(await find(content)).toEqual(lines)
  })

  it('a private key', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const found = await find(`// a key\n${privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()}`)
    expect(found[0]).toBe('a.ts:2: privatekey')
  })
})

describe('what is let be', () => {
  it.each([
    ['a vector', `/** The standard's vector. */\nconst known = '${hex}'`],
    ['a long number', `const number = '${'5101'.repeat(12)}'`],
    ['a long name', 'const theLongestNameThatAnyoneHasEverGivenToAnythingInThisFile2 = 1'],
    ['a picture in a style', `background: url(data:image/png;base64,${randomBytes(90).toString('base64')})`],
  ])('%s', async (_what, content) => {
    expect(await find(content)).toEqual([])
  })
})
