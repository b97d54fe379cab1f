import { chromium, type Browser, type Page } from 'playwright-core'
import { findBrowser } from '../../config/bin/browser.mjs'

const quiet = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
]

/** The system's Chromium. Refuses with what to do when there is none. */
export const openBrowser = (): Promise<Browser> => {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('No Chromium was found: install it, or set CHROMIUM_PATH to its program.')
  return chromium.launch({ executablePath, args: quiet })
}

/** A page that is left, or loaded anew, lets go of what it still asked for: nothing went wrong. */
const letGo = 'net::ERR_ABORTED'

/** A page that collects what goes wrong in it: uncaught errors, console errors, requests that fail. */
export const openPage = async (browser: Browser, address: string, size = { width: 375, height: 667 }): Promise<{ page: Page; complaints: string[] }> => {
  const context = await browser.newContext({ viewport: size, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => void complaints.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('requestfailed', (request) => {
    const fault = request.failure()?.errorText
    if (fault !== letGo) complaints.push(`${request.url()} ${fault}`)
  })
  await page.goto(address)
  return { page, complaints }
}
