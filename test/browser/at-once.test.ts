import type { Page } from 'playwright-core'
import type { Challenge, DataOf } from '@/contract'
import type { Phone } from '../e2e/phone'
import { openPage } from '../support/browser'
import { openPreview } from './preview'

interface Asked {
  readonly name: string
  readonly request: Readonly<Record<string, unknown>>
}
/** Sends requests all at once from inside one door, and gives their data. */
type Ask = (asked: readonly Asked[]) => Promise<unknown[]>

const preview = openPreview()

/* Each of these three runs inside its door and knows nothing of this file. Who is told that all are busy asks again with the same key, as the app does. */
const byCloud = (asked: readonly Asked[]) => Promise.all(asked.map(({ name, request }) => new Promise((resolve, reject) => {
  const [of, operation] = name.split('/')
  const fail = (told: object) => reject(new Error(JSON.stringify(told)))
  const success = ({ result }: { result: { data: unknown } }) => resolve(result.data)
  // @ts-expect-error wx exists where this runs
  wx.cloud.callFunction({ name: of, data: { operation, ...request }, success, fail })
})))
const byMyRequest = (address: string, token: string, asked: readonly Asked[]) => Promise.all(asked.map(({ name, request }) => new Promise((resolve, reject) => {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  const fail = (told: { status?: number }) => (told.status === 503 ? ask() : reject(new Error(JSON.stringify(told))))
  const success = ({ data }: { data: { data: unknown } }) => resolve(data.data)
  // @ts-expect-error my exists where this runs
  const ask = () => my.request({ url: `${address}/${name}`, method: 'POST', headers, data: JSON.stringify(request), success, fail })
  ask()
})))
const byFetch = ({ token, asked }: { token: string; asked: readonly Asked[] }) => Promise.all(asked.map(async ({ name, request }) => {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  const ask = () => fetch(`/${name}`, { method: 'POST', headers, body: JSON.stringify(request) })
  let reply = await ask()
  while (reply.status === 503) reply = await ask()
  return ((await reply.json()) as { data: unknown }).data
}))

const tokenFor = async (door: string): Promise<string> => {
  const body = JSON.stringify({ proof: { kind: 'sandbox', citizen: 'in-use', door } })
  const reply = await fetch(`${preview.city.address}/session/signIn`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  return ((await reply.json()) as { data: DataOf<'session/signIn'> }).data.token
}

const inWechat = (phone: Phone): Ask => async (asked) => (await phone.miniProgram.evaluate(byCloud, asked)) as unknown[]
const inAlipay = (phone: Phone, token: string): Ask => async (asked) =>
  (await phone.miniProgram.evaluate(byMyRequest, preview.city.address, token, asked)) as unknown[]
const inBrowser = (page: Page, token: string): Ask => (asked) => page.evaluate(byFetch, { token, asked })

/** Before a real phone somebody looks into the camera; in a played session the answer itself says how it went. */
const look = (challenge: Challenge) => (challenge.provider === 'sandbox' ? undefined : preview.city.platforms.play.face(challenge, 'passed'))

const passedChecks = async (ask: Ask, cardId: string, count: number): Promise<string[]> => {
  const subject = { purpose: 'reportLoss', cardId }
  const begun = (await ask(Array.from({ length: count }, () => ({ name: 'session/beginVerification', request: { subject } })))) as DataOf<'session/beginVerification'>[]
  await Promise.all(begun.map(({ challenge }) => look(challenge)))
  const results = await ask(begun.map(({ verificationId }) => ({ name: 'session/completeVerification', request: { verificationId, phone: 'finished' } })))
  expect(results).toEqual(Array.from(results, () => expect.objectContaining({ result: 'passed' })))
  return begun.map(({ verificationId }) => verificationId)
}

describe('64 reports at once through WeChat, Alipay and the browser', () => {
  it('make exactly one report; everyone is told that the card is reported', async () => {
    const doors: readonly (readonly [Ask, number])[] = [
      [inWechat(await preview.city.open('weapp', 'in-use')), 22],
      [inAlipay(await preview.city.open('alipay', 'in-use'), await tokenFor('alipay')), 21],
      [inBrowser((await openPage(preview.browser, preview.city.address)).page, await tokenFor('wechat')), 21],
    ]
    const [first] = doors[2] ?? []
    const [list] = (await first?.([{ name: 'card/list', request: {} }])) as DataOf<'card/list'>[]
    const cardId = list?.cards[0]?.cardId ?? ''
    const reports = await Promise.all(doors.map(async ([ask, count], door) => {
      const ids = await passedChecks(ask, cardId, count)
      return { ask, asked: ids.map((verificationId, one) => ({ name: 'card/reportLoss', request: { cardId, verificationId, idempotencyKey: `at-once-${door}-${one}` } })) }
    }))

    const answers = (await Promise.all(reports.map(({ ask, asked }) => ask(asked)))).flat() as DataOf<'card/reportLoss'>[]

    expect(answers).toHaveLength(64)
    expect(answers.filter(({ already }) => !already)).toHaveLength(1)
    expect(new Set(answers.map(({ report }) => report.receiptNumber)).size).toBe(1)
    expect(answers.every(({ card }) => card.socialSecurity.state === 'formallyLost')).toBe(true)
    const [history] = (await first?.([{ name: 'card/history', request: { cardId } }])) as DataOf<'card/history'>[]
    expect(history?.events.filter(({ what }) => what === 'lossReported')).toHaveLength(1)
  })
})
