import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { copyIn, type Copy, type Language } from '@/copy'
import { openBrowser } from './browser'

/** One screen: whose, and the words that are tapped from home to reach it. */
interface Shot {
  readonly name: string
  readonly citizen: string
  readonly taps?: (t: Copy) => readonly string[]
}

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

const report = (t: Copy): string => t.home.lost
const consented = (t: Copy): string[] => [report(t), t.report.go, t.identity.agreeSandbox]
const screens: readonly Shot[] = [
  { name: 'home', citizen: '示例公民甲' },
  { name: 'home-temporary', citizen: '示例公民乙' },
  { name: 'home-reported', citizen: '示例公民戊' },
  { name: 'home-reissue', citizen: '示例公民己' },
  { name: 'home-not-activated', citizen: '示例公民庚' },
  { name: 'home-cancelled', citizen: '示例公民辛' },
  { name: 'home-locked', citizen: '示例公民壬' },
  { name: 'home-child', citizen: '示例公民癸' },
  { name: 'home-as-child', citizen: '示例儿童' },
  { name: 'home-two-cards', citizen: '示例公民子' },
  { name: 'home-long-name', citizen: '示例公民·名字' },
  { name: 'home-other-city', citizen: '示例公民丑' },
  { name: 'card', citizen: '示例公民丁', taps: ({ home }) => [home.services.card] },
  { name: 'card-temporary', citizen: '示例公民乙', taps: ({ home }) => [home.services.card] },
  { name: 'history', citizen: '示例公民丁', taps: ({ home }) => [home.services.history] },
  { name: 'history-empty', citizen: '示例公民庚', taps: ({ home }) => [home.services.history] },
  { name: 'banks', citizen: '示例公民甲', taps: ({ home }) => [home.services.banks] },
  { name: 'help', citizen: '示例公民甲', taps: ({ home }) => [home.services.help] },
  { name: 'settings', citizen: '示例公民甲', taps: ({ home }) => [home.services.settings] },
  { name: 'release', citizen: '示例公民丁', taps: ({ home }) => [home.found] },
  { name: 'release-elsewhere', citizen: '示例公民戊', taps: ({ home }) => [home.found] },
  { name: 'temporary', citizen: '示例公民乙', taps: ({ home }) => [home.toFormal] },
  { name: 'report', citizen: '示例公民甲', taps: (t) => [report(t)] },
  { name: 'report-consent', citizen: '示例公民甲', taps: (t) => [report(t), t.report.go] },
  { name: 'report-challenge', citizen: '示例公民甲', taps: consented },
  { name: 'report-not-passed', citizen: '示例公民甲', taps: (t) => [...consented(t), t.identity.sandbox.failed, t.identity.sandboxGo] },
]

const button = (page: Page, words: string) =>
  page.locator('[role=button], [role=radio]').filter({ hasText: words }).locator('visible=true').last()

/** What elder mode calls the same thing. */
const elderWords = ({ home, report: { go, goElder } }: Copy): Record<string, string> => ({ [home.lost]: home.lostElder, [go]: goElder })

/** In elder mode the services of the home page are behind one button. */
const openServices = async (page: Page, { home }: Copy): Promise<void> => {
  const other = button(page, home.other)
  if (await other.isVisible()) await other.click()
}

const follow = async (page: Page, { taps }: Shot, { mode, language = 'zh' }: Look): Promise<void> => {
  const { t } = copyIn(language)
  for (const words of taps?.(t) ?? []) {
    const said = (mode === 'elder' && elderWords(t)[words]) || words
    if (!(await button(page, said).isVisible())) await openServices(page, t)
    await button(page, said).click()
    await page.waitForLoadState('networkidle')
  }
}

const settle = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => document.getAnimations().length === 0)
}

/** Grows the window to the whole screen, so that what one scrolls to is in the picture too. */
const showWhole = async (page: Page, { size }: Look): Promise<void> => {
  const heights = await page.locator('.screen').locator('visible=true').evaluateAll((found) => found.map(({ scrollHeight }) => scrollHeight))
  await page.setViewportSize({ width: size.width, height: Math.max(size.height, ...heights) })
}

const take = async (browser: Browser, address: string, folder: string, look: Look, shot: Shot): Promise<void> => {
  const context = await browser.newContext({ viewport: look.size, deviceScaleFactor: 1.5, colorScheme: look.dark ? 'dark' : 'light', reducedMotion: 'reduce' })
  try {
    const page = await context.newPage()
    await page.addInitScript((data) => localStorage.setItem('settings', JSON.stringify({ data })), { mode: look.mode, language: look.language ?? 'zh' })
    await page.goto(address)
    await button(page, shot.citizen).click()
    await page.locator('.card, .empty').first().waitFor()
    await follow(page, shot, look)
    await settle(page)
    await showWhole(page, look)
    await page.screenshot({ path: join(folder, `${shot.name}.${look.name}.png`) })
  } finally {
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
  } finally {
    await browser.close()
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
