import path from 'node:path'
import fastify, { type FastifyInstance } from 'fastify'
import type { Browser, Page } from 'playwright-core'
import { civilDate, day, daysAfter } from '@/domain/time'
import { signReceipt } from '../../cloudfunctions/documents/sign-receipt'
import { serveVerify } from '../../cloudfunctions/host/verify'
import { claims, newReceiptKey } from '../cloudfunctions/documents/receipts'
import { openBrowser, openPage } from '../support/browser'
import { barriersOn } from '../support/look/barriers'

jest.setTimeout(180_000)

const [key, stranger] = [newReceiptKey('r1'), newReceiptKey('r0')]
const now = Date.now()
const said = { ...claims, acceptedAt: Math.floor((now - day) / 1000), until: daysAfter(civilDate(now), 1) }
const genuine = signReceipt(said, [key])

let server: FastifyInstance
let address: string
let browser: Browser
beforeAll(async () => {
  server = fastify()
  await serveVerify(server, path.resolve(__dirname, '../../dist/verify'), [key])
  address = `${await server.listen({ port: 0 })}/verify`
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

/** As a hand scanner does: it types, and presses Enter. */
const scan = async (page: Page, code: string) => {
  await page.getByRole('textbox').focus()
  await page.keyboard.insertText(code)
  await page.keyboard.press('Enter')
}
const verdict = (page: Page) => page.getByRole('status').getByRole('heading').innerText()

const sizes = [{ width: 1024, height: 768 }, { width: 375, height: 667 }]

test.each(sizes)('a genuine receipt is told from all others, at $width × $height, in light and dark, and nobody is kept from it', async (size) => {
  const { page, complaints } = await openPage(browser, address, size)
  await page.getByRole('textbox').waitFor()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await scan(page, genuine)
    expect(await verdict(page)).toBe('凭证真实')
    expect(await page.getByRole('status').innerText()).toMatch(/示\*{4}[^]*凭本凭证和身份证就医[^]*成都/)
    expect(await barriersOn(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  }
  expect(complaints).toEqual([])
  await page.context().close()
})

test('each other outcome has its own words, and none of them says that it is good', async () => {
  const { page } = await openPage(browser, address)
  const others: readonly (readonly [string, string])[] = [
    ['凭证过期', signReceipt({ ...said, until: daysAfter(civilDate(now), -1) }, [key])],
    ['本机时间不对', signReceipt({ ...said, acceptedAt: said.acceptedAt + 3 * 86_400 }, [key])],
    ['不是真凭证', `${genuine.slice(0, -8)}AAAAAAAA`],
    ['认不出签发的密钥', signReceipt(said, [stranger])],
    ['读不出来', 'https://example.test/?code=1'],
  ]
  for (const [words, code] of others) {
    await scan(page, code)
    expect(await verdict(page)).toBe(words)
    expect(await page.getByRole('status').innerText()).not.toMatch(/真实|就医/)
    expect(await barriersOn(page)).toEqual([])
  }
  await page.context().close()
})

test('it works without a connection once it is open, by the keyboard alone, and sends nothing', async () => {
  const { page } = await openPage(browser, address)
  await page.getByRole('textbox').waitFor()
  const sent: string[] = []
  page.on('request', (request) => void sent.push(request.url()))
  await page.context().setOffline(true)
  // the field has the focus from the beginning, and keeps it
  await page.keyboard.insertText(genuine)
  await page.keyboard.press('Enter')
  expect(await verdict(page)).toBe('凭证真实')
  await page.keyboard.insertText('x')
  await page.getByText('还没有扫').waitFor()
  expect([sent, await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))]).toEqual([[], '{}'])
  await page.context().close()
})

test('in English everything is English', async () => {
  const { page } = await openPage(browser, address)
  await page.getByRole('button', { name: 'English' }).click()
  await scan(page, genuine)
  expect(await verdict(page)).toBe('Genuine')
  expect((await page.locator('body').innerText()).replace('中文', '').replace(said.maskedName, '')).not.toMatch(/\p{Script=Han}/u)
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  await page.context().close()
})

test('without the keys nothing is checked, until they are there', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.route('**/keys.json', (route) => route.abort(), { times: 1 })
  await page.goto(address)
  await page.getByText('公钥没有取到').waitFor()
  expect(await page.getByRole('textbox').count()).toBe(0)
  await page.getByRole('button', { name: '再试一次' }).click()
  await scan(page, genuine)
  expect(await verdict(page)).toBe('凭证真实')
  await context.close()
})

test('a browser that reads codes looks through the camera, and lets go of it once it has seen one', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  // this browser has neither a camera nor a reader: what they would give
  await page.addInitScript((code) => {
    const canvas = document.createElement('canvas')
    setInterval(() => canvas.getContext('2d')?.fillRect(0, 0, 9, 9), 50)
    const stream = canvas.captureStream()
    Object.assign(window, { stream, BarcodeDetector: class { async detect() { return [{ rawValue: code }] } } })
    Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia: async () => stream } })
  }, genuine)
  await page.goto(address)
  await page.getByRole('button', { name: '用摄像头扫' }).click()
  await page.getByText('凭证真实').waitFor()
  expect(await page.evaluate(() => (Reflect.get(window, 'stream') as MediaStream).getTracks().map(({ readyState }) => readyState))).toEqual(['ended'])
  await context.close()
})

test('the page talks to its host alone, and no other may show it', async () => {
  const page = await fetch(address)
  expect(page.headers.get('content-security-policy')).toMatch(/default-src 'self'; script-src 'self';[^]*connect-src 'self';[^]*frame-ancestors 'none'/)
  const keys = await fetch(`${address}/keys.json`)
  expect([keys.headers.get('content-type'), keys.headers.get('content-security-policy')]).toEqual(['application/json; charset=utf-8', "default-src 'none'; frame-ancestors 'none'"])
  const text = await keys.text()
  expect(JSON.parse(text)).toEqual({ keys: [{ id: 'r1', pem: expect.stringMatching(/^-----BEGIN PUBLIC KEY-----/) }] })
  expect(text).not.toContain(Buffer.from(key.bytes).toString('hex'))
})
