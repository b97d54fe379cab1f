import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { compileWeapp } from '../../config/checks/compile-weapp'
import { scanBundle } from '../../config/checks/scan-bundle'
import { mainPackageWeight } from '../../config/checks/weight'

let dist: string

function write(files: Record<string, string>): void {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(dist, file)), { recursive: true })
    writeFileSync(path.join(dist, file), content)
  }
}

beforeEach(() => {
  dist = mkdtempSync(path.join(tmpdir(), 'bundle-'))
  write({ 'app.json': '{"pages":["pages/a"]}', 'pages/a.wxml': '<view wx:if="{{a}}">x</view>', 'pages/a.wxss': '.a { color: var(--ink) }' })
})

afterEach(() => rmSync(dist, { recursive: true }))

describe("WeChat's compilers", () => {
  it('take a good bundle', () => {
    expect(compileWeapp(dist)).toEqual([])
  })

  it('say where a template is wrong', () => {
    write({ 'pages/a.wxml': '<view>\n  <text wx:if="{{a +}}">x</text>\n</view>' })
    expect(compileWeapp(dist)).toEqual([expect.stringMatching(/^pages\/a\.wxml:2:15: Bad attr `wx:if`/)])
  })

  it('say where a style is wrong', () => {
    write({ 'pages/a.wxss': '.a {\n  color: red;\n}}\n' })
    expect(compileWeapp(dist)).toEqual([expect.stringContaining('pages/a.wxss(3:2)')])
  })
})

describe('the scan of a bundle', () => {
  const scan = (code: string, release = false) => {
    write({ 'app.js': code })
    return scanBundle(dist, { release })
  }

  it.each(['a = eval("1")', 'new Function("a", "return a")', 'var f = Function(code)'])('refuses %s', (code) => {
    expect(scan(`ok()\n${code}`)).toEqual([expect.stringMatching(/^app\.js:2: /)])
  })

  it.each(['Function("return this")()', 'isFunction(code)', 'retrieval(1)', 'var n = 123456789012345678'])('takes %s', (code) => {
    expect(scan(code)).toEqual([])
  })

  it('finds an ID number, and does not repeat it', () => {
    expect(scan('var id = "999999199001010017"')).toEqual([])
    const finds = scan('var id = "999999199001010016"')
    expect(finds).toEqual(['app.js:1: … (looks like a citizen ID number)'])
  })

  it('refuses an address of this machine in a release only', () => {
    const code = 'var base = "http://127.0.0.1:8080"'
    expect(scan(code)).toEqual([])
    expect(scan(code, true)).toEqual([expect.stringContaining('must not call this machine')])
  })
})

describe('the weight of a bundle', () => {
  it('counts the main package without sub-packages and maps', () => {
    const before = mainPackageWeight(dist).raw
    write({ 'app.json': '{"pages":["pages/a"],"subPackages":[{"root":"more","pages":["b"]}]}', 'more/b.js': 'x'.repeat(1000), 'app.js.map': 'y' })
    const added = '{"pages":["pages/a"],"subPackages":[{"root":"more","pages":["b"]}]}'.length - '{"pages":["pages/a"]}'.length
    expect(mainPackageWeight(dist).raw - before).toBe(added)
  })
})
