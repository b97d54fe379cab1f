import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { aHost, type RunningHost } from './a-host'
import { http, post } from './requests'

const script = 'document.title = "x"'
const page = `<!doctype html><script>${script}</script><script src="/js/app.0123abcd.js"></script>`
let folder: string
let running: RunningHost

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lost-card-preview-'))
  await mkdir(join(folder, 'js'))
  await writeFile(join(folder, 'index.html'), page)
  await writeFile(join(folder, 'js', 'app.0123abcd.js'), 'run()')
  await writeFile(join(folder, 'js', 'plain.js'), 'run()')
  await writeFile(join(folder, 'js', 'app.0123abcd.js.LICENSE.txt'), 'MIT')
  running = await aHost({ preview: folder })
})
afterAll(async () => {
  await running.stop()
  await rm(folder, { recursive: true })
})

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') => http(`${running.address}${path}`, { method, headers })

test('the page and the functions answer at one address', async () => {
  expect(await get('/')).toMatchObject({ status: 200, text: page, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' } })
  expect((await post(`${running.address}/outlets/banks`, { city: 'chengdu' })).status).toBe(200)
})

test('a file whose name changes with its content is kept for ever, any other is asked for again', async () => {
  expect((await get('/js/app.0123abcd.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable')
  const { headers } = await get('/js/plain.js')
  expect(headers['cache-control']).toBe('no-cache')
  expect((await get('/js/plain.js', { 'if-none-match': headers.etag ?? '' })).status).toBe(304)
})

test('the page runs its own scripts and no others', async () => {
  const policy = (await get('/')).headers['content-security-policy'] ?? ''
  const hash = createHash('sha256').update(script).digest('base64')
  expect(policy).toContain(`script-src 'self' 'sha256-${hash}';`)
  expect(policy).toContain("connect-src 'self'")
  expect(policy).toContain("img-src 'self' data: blob:;")
  expect(policy).toContain("frame-ancestors 'none'")
  expect((await get('/')).headers).toMatchObject({ 'x-frame-options': 'DENY', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
  expect(policy).not.toMatch(/script-src[^;]*unsafe/)
})

test('text is packed for who can unpack it', async () => {
  const agreed = await get('/', { 'accept-encoding': 'gzip' }, 'HEAD')
  expect(agreed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' })
  const packed = await fetch(`${running.address}/`, { headers: { 'accept-encoding': 'gzip' } })
  expect(await packed.text()).toBe(page)
  expect((await get('/')).headers['content-encoding']).toBeUndefined()
})

test.each(['/js', '/js/', '/nothing.js', '/../package.json', '/%2e%2e/package.json', '/js/app.0123abcd.js.LICENSE.txt'])('%s is not there', async (path) => {
  expect(await get(path)).toMatchObject({ status: 404, json: { error: { code: 'notFound' } } })
})

test('a folder without a page is refused at the start', async () => {
  await expect(aHost({ preview: join(folder, 'js') })).rejects.toThrow('has no index.html: build it first')
})
