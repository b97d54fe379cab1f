import type { Locator, Page } from 'playwright-core'
import { copyIn, type Copy, type Language } from '@/copy'
import { familyCopyIn } from '@/copy/family'
import { identityCopyIn, type IdentityCopy } from '@/copy/identity'
import { outletCopyIn, type OutletCopy } from '@/copy/outlets'
import { reissueCopyIn } from '@/copy/reissue'
import { toldCopyIn } from '@/copy/told'
import { screensOfOrder } from './screens-of-order'
import { screensOfPerson } from './screens-of-person'
import { screensOfReissue } from './screens-of-reissue'
import { screensOfTold } from './screens-of-told'
import type { Chosen, Played, Shot, Typed } from './shot'

export type { Chosen, Shot }

const report = (t: Copy): string => t.home.lost
const consented = (t: Copy, i: IdentityCopy): string[] => [report(t), t.report.go, i.check.agreeSandbox]
export const screens: readonly Shot[] = [
  { name: 'welcome' },
  { name: 'consent', taps: ({ who }) => [who.check] },
  { name: 'sign-in', taps: ({ who }, _, i) => [who.check, i.consent.agree] },
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
  { name: 'outlets', citizen: '示例公民甲', taps: ({ home }) => [home.services.outlets] },
  { name: 'outlets-plot', citizen: '示例公民甲', taps: ({ home }, o) => [home.services.outlets, o.views.plot] },
  { name: 'outlets-need', citizen: '示例公民甲', taps: ({ home }, o) => [home.services.outlets, o.needs[''].chip] },
  { name: 'outlets-district', citizen: '示例公民甲', taps: ({ home }, o) => [home.services.outlets, o.district.all] },
  { name: 'outlets-near', citizen: '示例公民甲', taps: ({ home }, o) => [home.services.outlets, o.chips.near] },
  { name: 'outlets-reissue', citizen: '示例公民甲', taps: ({ home }, o) => [home.services.outlets, o.needs[''].chip, o.needs.instantReissue.words] },
  { name: 'outlets-moved-in', citizen: '示例公民寅', taps: ({ home }, o) => [home.services.outlets, o.needs[''].chip, o.needs.instantReissue.words] },
  { name: 'outlets-cancel', citizen: '示例公民乙', taps: ({ home, release }) => [home.found, release.nearestOpen] },
  { name: 'outlets-no-list', citizen: '示例公民丑', taps: ({ home }) => [home.services.outlets] },
  { name: 'outlets-already', citizen: '示例公民己', taps: ({ home }, o) => [home.services.outlets, o.needs[''].chip, o.needs.instantReissue.words] },
  { name: 'outlet', citizen: '示例公民甲', taps: ({ home }, o) => [home.services.outlets, o.all] },
  { name: 'release', citizen: '示例公民丁', taps: ({ home }) => [home.found] },
  { name: 'release-elsewhere', citizen: '示例公民戊', taps: ({ home }) => [home.found] },
  { name: 'temporary', citizen: '示例公民乙', taps: ({ home }) => [home.toFormal] },
  { name: 'report', citizen: '示例公民甲', taps: (t) => [report(t)] },
  { name: 'report-consent', citizen: '示例公民甲', taps: (t) => [report(t), t.report.go] },
  { name: 'report-challenge', citizen: '示例公民甲', taps: (t, _, i) => consented(t, i) },
  {
    name: 'report-not-passed', citizen: '示例公民甲', played: { 'session/completeVerification': { result: 'failed' } },
    taps: (t, _, i) => [...consented(t, i), i.check.sandbox.failed, i.check.sandboxGo],
  },
  ...screensOfPerson,
  ...screensOfTold,
  ...screensOfReissue,
  ...screensOfOrder,
]

const tappable = '[role=button], [role=radio], [role=checkbox]'
/** What can be tapped and says so, or, being a drawing only, is called so. */
const button = (page: Page, words: string) =>
  page.locator(tappable).filter({ hasText: words }).or(page.locator(`[role=button][aria-label="${words}"]`)).locator('visible=true').last()

/** What elder mode calls the same thing. */
const elderWords = ({ home, report: { go, goElder } }: Copy, o: OutletCopy): Record<string, string> =>
  ({ [home.lost]: home.lostElder, [go]: goElder, [o.views.plot]: o.toPlot })

/** In elder mode the services of the home page are behind one button, and so is what narrows a list of outlets. */
const openMore = async (page: Page, { home }: Copy, o: OutletCopy): Promise<void> => {
  for (const words of [home.other, o.change]) {
    const more = button(page, words)
    if (await more.isVisible()) await more.click()
  }
}

/** Goes on to what is not there yet: elder mode asks one thing a screen. */
const goOnTo = async (page: Page, sought: Locator, language: Language): Promise<void> => {
  const next = button(page, familyCopyIn(language).grant.next)
  await page.waitForLoadState('networkidle')
  for (let asked = 0; asked < 3 && !(await sought.isVisible()) && (await next.isVisible()); asked += 1) {
    await next.click()
    // what comes next takes a moment to be there
    await sought.waitFor({ timeout: 1000 }).catch(() => undefined)
  }
}

const type = async (page: Page, { field: label, typed }: Typed, language: Language): Promise<void> => {
  const field = page.locator(`input[aria-label="${label}"], [aria-label="${label}"] input`).locator('visible=true').last()
  await goOnTo(page, field, language)
  await field.fill(typed)
}

const tap = async (page: Page, words: string, { mode, language }: Chosen, section?: string): Promise<void> => {
  const { t } = copyIn(language)
  const o = outletCopyIn(language)
  const said = (mode === 'elder' && elderWords(t, o)[words]) || words
  if (!(await button(page, said).isVisible())) await openMore(page, t, o)
  if (section && mode === 'elder') {
    await button(page, said).or(button(page, section)).first().waitFor()
    if (!(await button(page, said).isVisible())) await button(page, section).click()
  }
  await button(page, said).click()
  await page.waitForLoadState('networkidle')
}

const follow = async (page: Page, { taps, section }: Shot, chosen: Chosen): Promise<void> => {
  const { language } = chosen
  const f = familyCopyIn(language)
  const r = reissueCopyIn(language)
  const all = taps?.(copyIn(language).t, outletCopyIn(language), identityCopyIn(language), f, toldCopyIn(language), r) ?? []
  for (const step of all) {
    if (typeof step === 'string') await tap(page, step, chosen, section?.(f, r))
    else if ('seen' in step) await goOnTo(page, page.getByText(step.seen).locator('visible=true').last(), language)
    else await type(page, step, language)
  }
}

const play = async (page: Page, played: Played): Promise<void> => {
  for (const [name, said] of Object.entries(played)) {
    const reply = 'code' in said
      ? { ok: false, error: { code: said.code, message: said.code, details: { retryAfterSeconds: said.retryAfterSeconds } } }
      : { ok: true, data: said }
    await page.route(`**/${name}`, (route) => route.fulfill({ json: reply }))
  }
}

/** Waits until nothing is loading or moving. */
export const settle = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle')
  // the preview's router puts a page beside the window before it shows it
  await page.waitForFunction(() => document.getAnimations().length === 0
    && [...document.querySelectorAll('.taro_page')].every((one) => one.getBoundingClientRect().left === 0))
}

/** From the welcome through the consent, as a demo citizen. */
const signIn = async (page: Page, language: Language, citizen: string): Promise<void> => {
  for (const words of [copyIn(language).t.who.check, identityCopyIn(language).consent.agree, citizen]) await button(page, words).click()
  await page.locator('.card, .empty, .field-box').locator('visible=true').first().waitFor()
}

/** Opens a screen in a fresh page, as a citizen who chose so before, and waits until it stands still. */
export const openScreen = async (page: Page, address: string, { mode, language }: Chosen, shot: Shot): Promise<void> => {
  await page.addInitScript((data) => localStorage.setItem('settings', JSON.stringify({ data })), { mode, language })
  await page.goto(address)
  await play(page, shot.played ?? {})
  if (shot.citizen) await signIn(page, language, shot.citizen)
  if (shot.route) {
    await page.evaluate((hash) => { location.hash = hash }, shot.route)
    await settle(page)
  }
  await follow(page, shot, { mode, language })
  await settle(page)
}
