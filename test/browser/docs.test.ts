import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, Locator, Page } from 'playwright-core'
import { serveRecord } from '../cloudfunctions/channel/example-clients'
import { openBrowser, openPage } from '../support/browser'
import { openRecord, type TestRecord } from '../support/record'
import { partner, signed, type SigningPartner } from '../support/record/partner'

jest.setTimeout(120_000)
const docs = path.resolve(__dirname, '../../dist/host/docs')

let record: TestRecord
let served: Awaited<ReturnType<typeof serveRecord>>
let browser: Browser
let tianfu: SigningPartner
beforeAll(async () => {
  record = await openRecord()
  tianfu = await partner(record, { channel: 'tianfu' })
  served = await serveRecord(record, docs)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
  await record?.close()
})

const sizes = [{ width: 1024, height: 768 }, { width: 375, height: 667 }]

/** The page once it shows the operations, with every address it asked. */
const open = async (size?: (typeof sizes)[number]) => {
  const { page, complaints } = await openPage(browser, 'about:blank', size)
  const asked: string[] = []
  page.on('request', (request) => void asked.push(request.url()))
  await page.goto(`${served.address}/docs`)
  await operation(page, 'card-cardList').waitFor()
  return { page, complaints, asked }
}

const operation = (page: Page, id: string): Locator => page.locator(`#operations-${id}`)

/** Sends a body as somebody who types it there, and reads the answer. */
const attempt = async (page: Page, id: string, body: string): Promise<unknown> => {
  const here = operation(page, id)
  if (!(await here.locator('.opblock-body').isVisible())) await here.locator('.opblock-summary-control').click()
  await here.locator('textarea').fill(body)
  await here.locator('.btn.execute').click()
  return JSON.parse(await here.locator('.live-responses-table .highlight-code code').first().innerText()) as unknown
}

const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

test.each(sizes)('somebody made up signs in and lists their cards at $width × $height, and nobody else is asked', async (size) => {
  const { page, complaints, asked } = await open(size)
  await page.getByRole('button', { name: 'Sign in 登录', exact: true }).click()
  await page.getByText('Signed in:').waitFor()
  expect(await attempt(page, 'card-cardList', '{}')).toMatchObject({ ok: true, data: { cards: [{ holder: { relation: 'cardholder' } }] } })
  expect(await sideways(page)).toBeLessThanOrEqual(0)
  expect(asked.filter((url) => !url.startsWith(served.address) && !url.startsWith('data:'))).toEqual([])
  expect(complaints).toEqual([])
})

test('a partner’s request goes out with the four headers that were pasted, and the very body that was signed', async () => {
  const { page } = await open()
  const body = '{ "find": {"cardNumber": "510100000000000101"},\n  "staff": {"id": "online-1"} }'
  const headers = Object.entries(signed(tianfu, 'channel/cardStatus', body)).map(([name, value]) => `${name}: ${value}`)
  await page.getByText('As a partner').click()
  const paste = async (lines: readonly string[]) => {
    await page.getByLabel('The four headers').fill(lines.join('\n'))
    await page.getByRole('button', { name: 'Use them' }).click()
  }
  await paste(headers.slice(1))
  await page.getByText('Missing: x-channel-id').waitFor()
  await paste(headers)
  await page.getByText('Taken:').waitFor()
  expect(await attempt(page, 'channel-channelCardStatus', body)).toMatchObject({ ok: true, data: { cards: [{ city: 'chengdu' }] } })
})

test('what is ours on the page can be used by everyone', async () => {
  const { page } = await open()
  await page.getByText('As a partner').click()
  const { violations } = await new AxeBuilder({ page }).include('#citizen').include('#partner').analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
})
