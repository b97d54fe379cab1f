import type { Page } from 'playwright-core'
import { copyIn, type Copy, type Language } from '@/copy'
import { familyCopyIn, type FamilyCopy } from '@/copy/family'
import { identityCopyIn, type IdentityCopy } from '@/copy/identity'
import { outletCopyIn, type OutletCopy } from '@/copy/outlets'

/** One screen: whose, or nobody's, and the words that are tapped from home to reach it. Reaching it changes no card. */
export interface Shot {
  readonly name: string
  readonly citizen?: string
  readonly taps?: (t: Copy, o: OutletCopy, i: IdentityCopy, f: FamilyCopy) => readonly string[]
  /** What is opened before the last of them in elder mode, where a page shows one thing at a time. */
  readonly section?: (f: FamilyCopy) => string
}

/** What the citizen chose in the settings. */
export interface Chosen {
  readonly mode: 'normal' | 'elder'
  readonly language: Language
}

const report = (t: Copy): string => t.home.lost
const consented = (t: Copy, i: IdentityCopy): string[] => [report(t), t.report.go, i.check.agreeSandbox]
const newcomer = '示例公民卯'

/** The family and grants from home, one's own data and the notice from the settings. */
const toFamily = (more: (f: FamilyCopy) => readonly string[] = () => []): NonNullable<Shot['taps']> => ({ home }, _o, _i, f) => [home.services.family, ...more(f)]
const fromSettings = (more: (f: FamilyCopy) => readonly string[]): NonNullable<Shot['taps']> => ({ home }, _o, _i, f) => [home.services.settings, ...more(f)]
const familyScreens: readonly Shot[] = [
  { name: 'family', citizen: '示例公民癸', taps: toFamily() },
  { name: 'family-empty', citizen: '示例公民甲', taps: toFamily() },
  { name: 'family-consent', citizen: '示例公民癸', section: (f) => f.family.children, taps: toFamily((f) => [f.family.consent.needed]) },
  { name: 'family-acting', citizen: '示例公民癸', section: (f) => f.family.acting, taps: toFamily((f) => [f.family.giveBack.stop]) },
  { name: 'family-stop', citizen: '示例公民子', section: (f) => f.family.proxies, taps: toFamily((f) => [f.family.revoke.stop]) },
  { name: 'family-which-card', citizen: '示例公民子', section: (f) => f.family.proxies, taps: toFamily((f) => [f.family.name]) },
  { name: 'grant', citizen: '示例公民甲', section: (f) => f.family.proxies, taps: toFamily((f) => [f.family.name]) },
  { name: 'my-data', citizen: '示例公民甲', taps: fromSettings((f) => [f.titles.myData]) },
  { name: 'my-data-export', citizen: '示例公民甲', section: (f) => f.myData.yours, taps: fromSettings((f) => [f.titles.myData, f.myData.exportCell]) },
  { name: 'my-data-unbind', citizen: '示例公民甲', section: (f) => f.myData.yours, taps: fromSettings((f) => [f.titles.myData, f.myData.unbind]) },
  { name: 'my-data-erase', citizen: '示例公民甲', section: (f) => f.myData.yours, taps: fromSettings((f) => [f.titles.myData, f.myData.erase]) },
  { name: 'privacy', citizen: '示例公民甲', taps: fromSettings((f) => [f.titles.privacy]) },
]

export const screens: readonly Shot[] = [
  { name: 'welcome' },
  { name: 'consent', taps: ({ who }) => [who.check] },
  { name: 'sign-in', taps: ({ who }, _, i) => [who.check, i.consent.agree] },
  { name: 'bind', citizen: newcomer },
  { name: 'not-bound', citizen: newcomer, taps: ({ common }) => [common.back] },
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
  { name: 'outlets-reissue', citizen: '示例公民甲', taps: ({ home }) => [home.services.reissue] },
  { name: 'outlets-moved-in', citizen: '示例公民寅', taps: ({ home }) => [home.services.reissue] },
  { name: 'outlets-cancel', citizen: '示例公民乙', taps: ({ home, release }) => [home.found, release.nearestOpen] },
  { name: 'outlets-no-list', citizen: '示例公民丑', taps: ({ home }) => [home.services.outlets] },
  { name: 'outlets-already', citizen: '示例公民己', taps: ({ home }) => [home.services.reissue] },
  { name: 'outlet', citizen: '示例公民甲', taps: ({ home }, o) => [home.services.outlets, o.all] },
  { name: 'release', citizen: '示例公民丁', taps: ({ home }) => [home.found] },
  { name: 'release-elsewhere', citizen: '示例公民戊', taps: ({ home }) => [home.found] },
  { name: 'temporary', citizen: '示例公民乙', taps: ({ home }) => [home.toFormal] },
  { name: 'report', citizen: '示例公民甲', taps: (t) => [report(t)] },
  { name: 'report-consent', citizen: '示例公民甲', taps: (t) => [report(t), t.report.go] },
  { name: 'report-challenge', citizen: '示例公民甲', taps: (t, _, i) => consented(t, i) },
  { name: 'report-not-passed', citizen: '示例公民甲', taps: (t, _, i) => [...consented(t, i), i.check.sandbox.failed, i.check.sandboxGo] },
  ...familyScreens,
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

const follow = async (page: Page, { taps, section }: Shot, { mode, language }: Chosen): Promise<void> => {
  const { t } = copyIn(language)
  const o = outletCopyIn(language)
  const f = familyCopyIn(language)
  const all = taps?.(t, o, identityCopyIn(language), f) ?? []
  const last = all.at(-1)
  for (const words of all) {
    const said = (mode === 'elder' && elderWords(t, o)[words]) || words
    if (!(await button(page, said).isVisible())) await openMore(page, t, o)
    if (section && mode === 'elder' && words === last) await button(page, section(f)).click()
    await button(page, said).click()
    await page.waitForLoadState('networkidle')
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
  if (shot.citizen) await signIn(page, language, shot.citizen)
  await follow(page, shot, { mode, language })
  await settle(page)
}
