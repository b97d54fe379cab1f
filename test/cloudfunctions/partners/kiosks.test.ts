import { minute } from '@/domain/time'
import { loadDemoOutlets } from '../../../cloudfunctions/host/demo/outlets'
import type { Ran } from '../../support/command'
import { ok, send } from '../../support/record'
import { deviceCookie, fromKiosk } from '../../support/record/kiosk'
import { addChief, openStage, who, type Stage } from './stage'

// one is a process of its own, which compiles what it runs
jest.setTimeout(60_000)

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await addChief(stage)
})
afterAll(() => stage.close())

const kiosks = (...args: string[]) => stage.command('kiosks', ...args, ...(args[0] === 'list' ? [] : who))
const shownIn = ({ code, printed }: Ran): { id: string; code: string } => {
  const [, id = '', once = ''] = /^(k-[0-9a-f]{16}) is to stand in [\w.-]+\. Type .* within 30 minutes; .* once:\n((?:[2-9A-Z]{4}-){3}[2-9A-Z]{4})\n$/.exec(printed) ?? []
  expect([code, id]).toEqual([0, expect.stringMatching(/./)])
  return { id, code: once }
}
const which = async (cookie: string) => (await ok(fromKiosk(cookie, 'session/kiosk', {}))).kiosk?.kioskId

test('a terminal is made, shown a code once, enrolled by it, listed and revoked', async () => {
  expect(await stage.process('kiosks', 'list')).toEqual({ code: 0, printed: 'There are no terminals yet.\n' })
  const { id, code } = shownIn(await kiosks('enrol', '--outlet', 'chengdu.wuhou-hospital'))
  const waiting = new RegExp(`^${id} {2}chengdu\\.wuhou-hospital {2}made (\\S+) {2}waits for its code until (\\S+)\n$`).exec((await kiosks('list')).printed)
  expect(Date.parse(waiting?.[2] ?? '') - Date.parse(waiting?.[1] ?? '')).toBeGreaterThanOrEqual(30 * minute)
  expect(Date.parse(waiting?.[2] ?? '') - Date.parse(waiting?.[1] ?? '')).toBeLessThan(31 * minute)

  const [cookie = ''] = deviceCookie(await send('session/enrolKiosk', { code })).split(';')
  expect(await which(cookie)).toBe(id)
  expect((await kiosks('list')).printed).toMatch(new RegExp(`^${id} {2}chengdu\\.wuhou-hospital {2}made \\S+ {2}enrolled \\S+\n$`))

  expect(await kiosks('revoke', id)).toEqual({ code: 0, printed: `${id} is no terminal any more.\n` })
  expect(await which(cookie)).toBeUndefined()
  expect((await kiosks('list')).printed).toMatch(new RegExp(`^${id} .* {2}revoked \\S+\n$`))
  expect((await stage.acts()).slice(1)).toEqual([`chief | kiosks enrol | ${id} chengdu.wuhou-hospital | as agreed`, `chief | kiosks revoke | ${id} | as agreed`])
})

test('where the city has a list, the outlet is in it', async () => {
  shownIn(await kiosks('enrol', '--outlet', 'chengdu.opens-later'))
  await loadDemoOutlets(stage.services.repository)
  expect(await kiosks('enrol', '--outlet', 'chengdu.opens-later')).toEqual({ code: 1, printed: 'The current list of chengdu has no outlet opens-later.\n' })
  shownIn(await kiosks('enrol', '--outlet', 'chengdu.wuhou-hospital'))
  shownIn(await kiosks('enrol', '--outlet', 'beijing.of-no-list'))
})

test.each<[string, string[], string]>([
  ['nothing', [], 'Usage: npm run kiosks'],
  ['an unknown command', ['add', '--outlet', 'chengdu.wuhou-hospital'], 'Usage: npm run kiosks'],
  ['no outlet', ['enrol'], 'Usage: npm run kiosks'],
  ['an id of one’s own', ['enrol', 'k-1', '--outlet', 'chengdu.wuhou-hospital'], 'Usage: npm run kiosks'],
  ['nothing to revoke', ['revoke'], 'Usage: npm run kiosks'],
  ['two to revoke', ['revoke', 'k-1', 'k-2'], 'Usage: npm run kiosks'],
  ['an outlet of no city', ['enrol', '--outlet', 'wuhou-hospital'], '--outlet is a city and'],
  ['a city without outlets', ['enrol', '--outlet', 'national.wuhou'], '--outlet is a city and'],
  ['revoking none', ['revoke', 'k-nothing'], 'There is no terminal k-nothing.'],
])('%s is refused with a sentence', async (_what, args, sentence) => {
  const { code, printed } = await kiosks(...args)
  expect([code, printed.startsWith(sentence) ? sentence : printed]).toEqual([1, sentence])
})
