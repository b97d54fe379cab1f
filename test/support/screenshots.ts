import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { Language } from '@/copy'
import { openBrowser } from './browser'
import { openScreen, screens, settle, type Shot } from './screens'
import { screensOfKiosk, type KioskShot } from './screens-of-kiosk'

interface Look {
  readonly name: string
  readonly size: { readonly width: number; readonly height: number }
  readonly mode: 'normal' | 'elder'
  readonly language?: Language
  readonly dark?: boolean
}

const phone = { width: 375, height: 667 }
const tablet = { width: 1024, height: 768 }
const looks: readonly Look[] = [
  { name: 'phone', size: phone, mode: 'normal' },
  { name: 'phone-elder', size: phone, mode: 'elder' },
  { name: 'phone-dark', size: phone, mode: 'normal', dark: true },
  { name: 'phone-english', size: phone, mode: 'normal', language: 'en' },
  { name: 'tablet', size: tablet, mode: 'normal' },
  { name: 'tablet-elder', size: tablet, mode: 'elder' },
]

/** Grows the window to the whole screen, so that what one scrolls to is in the picture too. */
const showWhole = async (page: Page, { size }: Look): Promise<void> => {
  const heights = await page.locator('.screen').locator('visible=true').evaluateAll((found) => found.map(({ scrollHeight }) => scrollHeight))
  await page.setViewportSize({ width: size.width, height: Math.max(size.height, ...heights) })
}

const take = async (browser: Browser, address: string, folder: string, look: Look, shot: Shot): Promise<void> => {
  const context = await browser.newContext({ viewport: phone, deviceScaleFactor: 1.5, colorScheme: look.dark ? 'dark' : 'light', reducedMotion: 'reduce' })
  try {
    const page = await context.newPage()
    await openScreen(page, address, { mode: look.mode, language: look.language ?? 'zh' }, shot)
    await showWhole(page, look)
    await settle(page)
    await page.screenshot({ path: join(folder, `${shot.name}.${look.name}.png`) })
  } finally {
    await context.close()
  }
}

/** A terminal stands upright or lies; larger letters and the other language are tapped there. */
const takeAtTerminal = async (browser: Browser, address: string, folder: string, { name, answers = {}, reach }: KioskShot): Promise<void> => {
  for (const [look, viewport, tool] of [['lying', tablet, 0], ['upright', { width: 768, height: 1024 }, 0], ['large', tablet, 1], ['english', tablet, 3]] as const) {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce' })
    const page = await context.newPage()
    for (const [operation, data] of Object.entries(answers)) await page.route(`**/${operation}`, (route) => route.fulfill({ json: { ok: true, data } }))
    await page.goto(address)
    await settle(page)
    if (tool && name !== 'kiosk-enrol') await page.locator(`.kiosk-foot .kiosk-tool:nth-child(${tool})`).click()
    await reach?.(page)
    await settle(page)
    await page.screenshot({ path: join(folder, `${name}.${look}.png`) })
    await context.close()
  }
}

/** Takes a picture of every screen in every look from a running preview: `screenshots.ts ADDRESS FOLDER [name]`. Changes nothing there. */
const main = async ([address = 'http://127.0.0.1:8080', folder = 'dist/screenshots', only = '']: string[]): Promise<void> => {
  await mkdir(resolve(folder), { recursive: true })
  const browser = await openBrowser()
  try {
    for (const look of looks) {
      for (const shot of screens.filter(({ name }) => name.startsWith(only))) await take(browser, address, folder, look, shot)
      console.log(`${look.name}: done`)
    }
    for (const shot of screensOfKiosk.filter(({ name }) => name.startsWith(only))) await takeAtTerminal(browser, address, folder, shot)
  } finally {
    await browser.close()
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
