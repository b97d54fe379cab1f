import type { Page } from 'playwright-core'
import type { DataOf, OperationName } from '@/contract'
import { bank, cardOnWire, reportOnWire } from './builders/card-on-wire'
import { orderOnWire } from './builders/reissue-on-wire'
import { receiptOnWire } from './wire/order'

type Answers = { readonly [Name in OperationName]?: DataOf<Name> }

/** One screen of a terminal: what the server answers there, and how it is reached. It changes nothing on any server. */
export interface KioskShot {
  readonly name: string
  readonly answers?: Answers
  readonly reach?: (page: Page) => Promise<void>
}

const enrolled: Answers = { 'session/kiosk': { kiosk: { kioskId: 'k-1', outletId: 'chengdu.example', outletName: '示例医院自助网点', city: 'chengdu' } } }
const detail = (card = cardOnWire(), report?: ReturnType<typeof reportOnWire>): Answers =>
  ({ 'card/list': { cards: [card] }, 'card/get': { card, bank: { ...bank, told: false }, ...(report && { report }) } })
const signedIn: Answers = {
  ...enrolled, ...detail(), 'session/signOut': {},
  'session/signIn': { token: 't', refreshToken: 'r', bound: true, expiresAt: '2099-01-01T00:00:00.000+08:00' },
}
const lost: Answers = { ...signedIn, ...detail(cardOnWire({ state: 'formallyLost' }), reportOnWire({ channel: 'terminal', releasedIn: ['counter', 'terminal'] })) }

const fresh: Answers = {
  ...signedIn, ...detail(cardOnWire({ state: 'notActivated', bankState: 'notActivated' })),
  'session/beginVerification': { verificationId: 'check-1', challenge: { provider: 'terminal' } },
  'session/completeVerification': { result: 'passed' },
}
const waits = cardOnWire({ state: 'inUse', order: 'ready' })
const ready: Answers = {
  ...signedIn, ...detail(waits),
  'reissue/order': { card: waits, order: orderOnWire({ kind: 'exchange', reason: 'damaged', state: 'ready', collectBy: '2026-06-08' }) },
  'reissue/receipt': { receipt: receiptOnWire({ kind: 'exchange', code: `${'WzEsInJlY2VpcHQiXQ'.repeat(12)}.${'MEUCIQDemo'.repeat(9)}` }) },
}

const tell = (page: Page, event: string, told?: object) =>
  page.evaluate(([name, more]) => void window.dispatchEvent(new CustomEvent(name as string, { detail: more })), [event, told] as const)
const put = (page: Page) => tell(page, 'idcardread', { name: '示例公民甲', idNumber: '00000019850312001X' })
const putNewCard = async (page: Page) => {
  await page.locator('.kiosk-slot').locator('visible=true').last().waitFor()
  await tell(page, 'socialcardread', { cardNumber: '510100000000000102' })
}
const tile = (at: number) => (page: Page) => page.locator('.kiosk-tile').locator('visible=true').nth(at).click()
const goOn = (page: Page) => page.locator('.btn-primary').locator('visible=true').last().click()
/** Each in turn. */
const all = (...steps: ((page: Page) => Promise<void>)[]) => async (page: Page) => {
  for (const step of steps) await step(page)
}

/** What a terminal shows, from its code to leaving. */
export const screensOfKiosk: readonly KioskShot[] = [
  { name: 'kiosk-enrol', answers: { 'session/kiosk': {} }, reach: (page) => page.evaluate(() => { location.hash = '/pages/kiosk/index' }) },
  { name: 'kiosk-start', answers: enrolled },
  { name: 'kiosk-staff', answers: enrolled, reach: (page) => page.locator('.kiosk-foot .kiosk-tool').last().click() },
  { name: 'kiosk-waiting', answers: enrolled, reach: tile(0) },
  { name: 'kiosk-reissue', answers: enrolled, reach: tile(2) },
  { name: 'kiosk-consent', answers: enrolled, reach: put },
  { name: 'kiosk-mine', answers: signedIn, reach: all(put, goOn) },
  { name: 'kiosk-removed', answers: signedIn, reach: all(put, goOn, (page) => page.locator('.card').first().waitFor(), (page) => tell(page, 'idcardremoved')) },
  { name: 'kiosk-report', answers: signedIn, reach: all(tile(0), put) },
  { name: 'kiosk-confirm', answers: signedIn, reach: all(tile(0), put, goOn) },
  { name: 'kiosk-new-card', answers: fresh, reach: all(put, goOn) },
  { name: 'kiosk-activate', answers: fresh, reach: all(put, goOn, tile(0)) },
  { name: 'kiosk-new-card-on-reader', answers: fresh, reach: all(put, goOn, tile(0), goOn) },
  { name: 'kiosk-password', answers: fresh, reach: all(put, goOn, tile(0), goOn, putNewCard, (page) => page.locator('.kiosk-key').first().click()) },
  { name: 'kiosk-order', answers: ready, reach: all(put, goOn, tile(2)) },
  { name: 'kiosk-receipt', answers: ready, reach: all(put, goOn, tile(2), goOn) },
  { name: 'kiosk-card-on-reader', answers: lost, reach: all(tile(1), put, goOn) },
]
