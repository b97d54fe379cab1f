import type { Browser, Page } from 'playwright-core'
import { openCity, type City } from '../e2e/city'
import { openBrowser, openPage } from '../support/browser'
import { barriersOn } from '../support/look/barriers'
import { openScreen, screens, settle, type Chosen } from '../support/screens'
import { faultsInLayout } from './layout'

jest.setTimeout(120_000)

let city: City
let browser: Browser
beforeAll(async () => {
  city = await openCity()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await city?.close()
})

const sizes = [{ width: 375, height: 667 }, { width: 1024, height: 768 }]
const themes = ['light', 'dark'] as const
const choices: readonly Chosen[] = (['normal', 'elder'] as const).flatMap((mode) => (['zh', 'en'] as const).map((language) => ({ mode, language })))

/** The smallest thing to tap (CSS px). */
const target = { normal: 44, elder: 60 }

/** What is wrong with the page in front in one size and theme. */
const faultsIn = async (page: Page, { mode }: Chosen): Promise<string[]> =>
  [...await page.evaluate(faultsInLayout, target[mode]), ...await barriersOn(page)]

describe.each(choices)('$mode, $language', (chosen) => {
  test.each(screens)('$name fits and can be used in every size and theme', async (screen) => {
    const found: Record<string, string[]> = {}
    for (const theme of themes) {
      const { page, complaints } = await openPage(browser, 'about:blank')
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await openScreen(page, city.address, chosen, screen)
      for (const size of sizes) {
        await page.setViewportSize(size)
        await settle(page)
        found[`${theme} ${size.width}`] = await faultsIn(page, chosen)
      }
      expect(await page.locator('.t-dark').count() > 0).toBe(theme === 'dark')
      expect(complaints).toEqual([])
      await page.context().close()
    }
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((look) => [look, []])))
  })
})

test('the check finds what is too wide, cut off, over other words or too small to tap', async () => {
  const { page } = await openPage(browser, 'about:blank')
  await page.setContent(`<div class="taro_page" style="width: 500px"><div class="card" style="width: 90px; height: 40px; overflow: hidden; white-space: nowrap">
    <div>words that are cut off</div><div style="margin-top: -12px">other words</div></div><div role="button" style="width: 80px; height: 50px">tap</div></div>`)
  const found = (await page.evaluate(faultsInLayout, target.elder)).map((words) => words.replace(/[:“].*$/s, '').trim())
  expect([...new Set(found)]).toEqual(['508 wide in 375', 'cut off', 'over one another', 'smaller than 60'])
  await page.context().close()
})
