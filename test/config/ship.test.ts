import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { shipApp } from '../../config/ship/ship-app'
import { shopOf } from '../../config/ship/shop'
import { wordsFor } from '../../config/ship/send'
import { runTool, tools } from '../../config/ship/tool'
import { closeShipStages, openShipStage, textOf, type ShipStage } from './ship-stage'

let stage: ShipStage
afterEach(() => stage.close())
afterAll(closeShipStages)

const app = (over: object) => stage.write('dist/weapp/app.json', JSON.stringify({ ...JSON.parse(textOf(stage, 'dist/weapp/app.json')), ...over }))
const code = (text: string) => stage.write('dist/weapp/app.js', `${textOf(stage, 'dist/weapp/app.js')};${text}`)
const key = () => stage.environment['WECHAT_UPLOAD_KEY'] ?? ''
/** Spoils a file of the bundle, which then counts as built so. */
const builtWith = (spoil: () => void) => () => {
  spoil()
  stage.built()
}
const bytes = (count: number) => `"${'x'.repeat(count)}"`

describe('WeChat', () => {
  beforeEach(() => { stage = openShipStage('weapp') })

  test('nothing is missing where all is there', () => {
    expect(stage.missing()).toEqual([])
  })

  test.each<[string, () => void, string | RegExp]>([
    ['an app id of nobody', () => { stage.write('project.config.json', '{"appid":"touristappid"}'); stage.commit() }, 'project.config.json has no app id'],
    ['a place that is not declared', builtWith(() => app({ requiredPrivateInfos: [] })), 'getFuzzyLocation is called, and requiredPrivateInfos'],
    ['a declared place that nothing calls', builtWith(() => app({ requiredPrivateInfos: ['getFuzzyLocation', 'chooseAddress'] })), 'declares chooseAddress, which nothing calls'],
    ['no privacy check', builtWith(() => app({ __usePrivacyCheck__: false })), '__usePrivacyCheck__'],
    ['a private thing the guide does not tell of', builtWith(() => code('a.setClipboardData({})')), 'setClipboardData is called, and the privacy guide'],
    ['a phone number that a button asks for', builtWith(() => code('b={openType:"getPhoneNumber"}')), 'getPhoneNumber is called, and the privacy guide'],
    ['a stranger’s address in the code', builtWith(() => code('u="https://elsewhere.example/x"')), 'https://elsewhere.example stands in the code'],
    ['this machine’s address in the code', builtWith(() => code('u="http://127.0.0.1:8080"')), 'a published bundle must not call this machine'],
    ['a file that is uploaded', builtWith(() => code('a.uploadFile({})')), 'uploadFile is called'],
    ['a main package that is too big', builtWith(() => code(bytes(2 * 1024 * 1024))), /The main package has 2097\d+ bytes, and the shop takes 2097152/],
    ['a sub-package that is too big', builtWith(() => stage.write('dist/weapp/pages/b/x.js', bytes(2 * 1024 * 1024))), 'The package pages/b/ has'],
    ['a template that is wrong', builtWith(() => stage.write('dist/weapp/pages/a.wxml', '<view wx:if="{{a +}}">x</view>')), 'pages/a.wxml:1'],
    ['a source map that is named', builtWith(() => code('\n//# sourceMappingURL=app.js.map')), 'app.js says where its source map is'],
    ['a tree that is not clean', () => stage.write('new.txt', ''), 'The git tree is not clean'],
    ['no version', () => stage.git('tag', '-d', 'v1.2.3'), 'This commit has no version'],
    ['another commit', () => { stage.git('commit', '--allow-empty', '-qm', 'more'); stage.git('tag', 'v1.2.4') }, 'dist/weapp is of another commit'],
    ['a bundle that was built anew', () => code('more()'), 'dist/weapp is not as it was built to be shipped'],
    ['a key that others can read', () => chmodSync(key(), 0o644), 'WECHAT_UPLOAD_KEY names a file that others can read'],
    ['a key that is none', () => writeFileSync(key(), 'hello'), 'WECHAT_UPLOAD_KEY names a file that is no key'],
  ])('%s is missed, and nothing else', (_what, spoil, sentence) => {
    spoil()
    const isIt = (one: string) => (typeof sentence === 'string' ? one.includes(sentence) : sentence.test(one))
    const found = stage.missing()
    expect(found.filter(isIt)).toHaveLength(1)
    // an address of this machine is missed by another check, too
    expect(found.filter((one) => !isIt(one) && !one.startsWith('http://127.0.0.1:8080 stands'))).toEqual([])
  })

  test.each<[string, Parameters<ShipStage['missing']>[0], string]>([
    ['no category', { shop: { category: ' ' } }, 'names no category of weapp'],
    ['a guide that tells of more', { shop: { guide: { getFuzzyLocation: '位置', chooseImage: '照片', chooseAddress: '地址' } } }, 'tells of chooseAddress, which nothing calls'],
    ['a domain that nobody entered', { shop: { requestDomains: [] } }, 'https://card.example.cn is not noted as a request domain'],
    ['no templates', { environment: { WECHAT_TEMPLATES: '{}' } }, 'WECHAT_TEMPLATES names no template cardChanged'],
    ['templates that cannot be read', { environment: { WECHAT_TEMPLATES: '{' } }, 'WECHAT_TEMPLATES must be JSON'],
    ['another app id at the functions', { environment: { WECHAT_APP_ID: 'wxfedcba9876543210' } }, 'WECHAT_APP_ID is another app id'],
    ['no key', { environment: { WECHAT_UPLOAD_KEY: '' } }, 'WECHAT_UPLOAD_KEY is not set'],
    ['a key that is not there', { environment: { WECHAT_UPLOAD_KEY: '/nowhere/key' } }, 'WECHAT_UPLOAD_KEY names no file'],
    ['an address without a certificate', { environment: { API_BASE: 'http://card.example.cn' } }, 'API_BASE is no https:// address'],
    ['an address that is a number', { environment: { API_BASE: 'https://10.0.0.7' } }, 'API_BASE is no https:// address'],
    ['an address with a slash at its end', { environment: { API_BASE: 'https://card.example.cn/' } }, 'API_BASE is no https:// address'],
    ['another address than was built', { environment: { API_BASE: 'https://other.example.cn' }, shop: { requestDomains: ['https://other.example.cn'] } }, 'API_BASE is another address'],
  ])('%s is missed', (_what, over, sentence) => {
    expect(stage.missing(over)[0]).toContain(sentence)
  })

  test('a source map in what would be uploaded is missed, and so is that it came there since', () => {
    stage.write('dist/weapp/app.js.map', '{}')
    expect(stage.missing()).toEqual([expect.stringContaining('app.js.map is a source map within'), expect.stringContaining('is not as it was built')])
  })

  test('a preview needs no version, and everything is said at once', () => {
    stage.git('tag', '-d', 'v1.2.3')
    expect(stage.missing({ act: 'preview' })).toEqual([])
    expect(stage.missing({ environment: { WECHAT_UPLOAD_KEY: '', WECHAT_TEMPLATES: '{' }, shop: { category: '' } })).toHaveLength(4)
  })

  test('what is in the key is neither said nor given on', () => {
    chmodSync(key(), 0o644)
    expect(JSON.stringify([stage.missing(), wordsFor(stage.shipment(), 'upload')])).not.toContain('well-hidden')
    expect(wordsFor(stage.shipment(), 'upload')).toEqual(expect.arrayContaining(['upload', '--appid', 'wx0123456789abcdef', '--upload-version', '1.2.3', key()]))
  })
})

describe('Alipay', () => {
  beforeEach(() => { stage = openShipStage('alipay') })

  test('nothing is missing where all is there, and the tool is given version and description', () => {
    expect(stage.missing()).toEqual([])
    expect(wordsFor(stage.shipment(), 'upload').join(' ')).toMatch(/^upload --app-id 2021000000000001 .* --version 1\.2\.3 --version-description [0-9a-f]{7,} feat: all of it$/)
  })

  test.each<[string, () => void, string]>([
    ['no app id', () => { stage.write('project.alipay.json', '{}'); stage.commit() }, 'project.alipay.json has no app id'],
    ['leave without a sentence', () => {
      stage.write('dist/alipay/app.json', '{"permission":{"scope.userLocation":{"desc":"d"},"scope.album":{"desc":"d"}}}')
      stage.built()
    }, 'does not say what scope.camera is for'],
    ['packages that are too big together', () => {
      const roots = Array.from({ length: 5 }, (_, at) => `p${at}`)
      stage.write('dist/alipay/app.json', JSON.stringify({ ...JSON.parse(textOf(stage, 'dist/alipay/app.json')), subPackages: roots.map((root) => ({ root, pages: ['index'] })) }))
      for (const root of roots) stage.write(`dist/alipay/${root}/x.js`, bytes(1_900_000))
      stage.built()
    }, 'All packages have 950'],
  ])('%s is missed', (_what, spoil, sentence) => {
    spoil()
    expect(stage.missing()).toEqual([expect.stringContaining(sentence)])
  })

  test('where a vendor’s tool cannot be had, that is said, and nothing is sent', () => {
    const away = { ...stage.environment, npm_config_offline: 'true', npm_config_cache: stage.root }
    expect(() => runTool(tools.alipay, ['upload'], stage.root, away)).toThrow('minidev@2.2.5 cannot be had here')
  })
})

describe('the command', () => {
  let said = ''
  beforeEach(() => {
    stage = openShipStage('weapp')
    said = ''
    for (const stream of [process.stdout, process.stderr]) jest.spyOn(stream, 'write').mockImplementation((text) => { said += String(text); return true })
  })
  afterEach(() => jest.restoreAllMocks())

  /** A vendor's tool that writes down what it was asked, and ends so. */
  const toolEnding = (code: number): { readonly environment: NodeJS.ProcessEnv; asked(): string } => {
    const folder = path.join(stage.root, '.git', 'bin')
    mkdirSync(folder)
    writeFileSync(path.join(folder, 'npx'), `#!/bin/sh\necho "$@" >> ${folder}/asked\ncase "$*" in *--version) exit 0;; esac\nexit ${code}\n`, { mode: 0o755 })
    return { environment: { ...stage.environment, PATH: `${folder}:${process.env['PATH'] ?? ''}` }, asked: () => readFileSync(path.join(folder, 'asked'), 'utf8') }
  }
  const ship = (args: string[], environment = stage.environment) => shipApp(stage.root, 'weapp', args, environment)

  test('sends nothing unless it is told to, and then by the vendor’s tool in its version', () => {
    const { environment, asked } = toolEnding(0)
    expect([ship([], environment), ship(['--dry-run'], environment)]).toEqual([true, true])
    expect(said).toMatch(/weapp: 5 files, version 1\.2\.3, [0-9a-f]{7,} feat: all of it\n {2}privacy guide: 位置\n[^]*Nothing is missing, and nothing was sent/)
    expect(asked).toThrow('ENOENT')
    expect(ship(['--upload'], environment)).toBe(true)
    expect(asked()).toMatch(/^--yes miniprogram-ci@\d+\.\d+\.\d+ --version\n--yes miniprogram-ci@\S+ upload --appid wx0123456789abcdef .* --upload-version 1\.2\.3 /)
    expect(asked() + said).not.toContain('well-hidden')
  })

  test('sends nothing where something is missing', () => {
    const { environment, asked } = toolEnding(0)
    stage.git('tag', '-d', 'v1.2.3')
    expect(ship(['--upload'], environment)).toBe(false)
    expect(said).toBe('weapp: This commit has no version: git tag v1.2.3 gives it one.\n')
    expect(asked).toThrow('ENOENT')
    expect(ship(['--preview'], environment)).toBe(true)
  })

  test('does not call that a success which was none', () => {
    expect(() => ship(['--upload'], toolEnding(1).environment)).toThrow('did not say that it succeeded')
  })

  test('refuses what contradicts itself, and says where nothing is built', () => {
    expect(() => ship(['--upload', '--dry-run'])).toThrow('Usage: npm run ship:weapp')
    rmSync(path.join(stage.root, 'dist'), { recursive: true })
    expect(() => ship([])).toThrow('Nothing is built in dist/weapp: npm run ship:weapp -- --build')
  })
})

test('the project’s own guide can be read, and is one for each shop', () => {
  stage = openShipStage('alipay')
  const root = path.resolve(__dirname, '../..')
  expect([shopOf(root, 'weapp'), shopOf(root, 'alipay')].map(({ guide }) => Object.keys(guide).length)).toEqual([4, 3])
})
