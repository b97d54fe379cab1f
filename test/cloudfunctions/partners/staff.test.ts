import { loadDemoOutlets } from '../../../cloudfunctions/host/demo/outlets'
import { send } from '../../support/record'
import { atCounter, cookieIn } from '../../support/record/partner'
import type { Ran } from '../../support/command'
import { audited, signAll } from '../audit/stage'
import { addChief, openStage, who, type Stage } from './stage'

// one is a process of its own, which compiles what it runs
jest.setTimeout(60_000)

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await loadDemoOutlets(stage.services.repository)
})
afterAll(() => stage.close())

const staff = (...args: string[]) => stage.command('staff', ...args, ...(args[0] === 'list' || args.includes('--by') ? [] : who))
const passwordIn = ({ code, printed }: Ran): string => {
  const found = /once:\n((?:[2-9A-Z]{4}-){3}[2-9A-Z]{4})\n/.exec(printed)?.[1] ?? ''
  expect([code, found]).toEqual([0, expect.stringMatching(/./)])
  return found
}
const signIn = async (staffId: string, password: string) => {
  const answer = await send('counter/signIn', { staffId, password })
  return { word: answer.ok ? answer.data.outletName : answer.error.code, cookie: cookieIn(answer) }
}
const isIn = async (cookie: string) => (await atCounter(cookie, 'counter/me', {})).ok

test('a member is added, told a password once, given another, disabled and enabled', async () => {
  expect(await stage.process('staff', 'list')).toEqual({ code: 0, printed: 'There are no members of staff yet.\n' })
  passwordIn(await addChief(stage))
  const first = passwordIn(await staff('add', '--id', 'wh-007', '--outlet', 'chengdu.wuhou-agency'))
  const { word, cookie } = await signIn('wh-007', first)
  expect([word, await isIn(cookie)]).toEqual(['示例武侯社保经办网点', true])
  const { printed } = await staff('list')
  expect(printed).toMatch(/\nwh-007 {2}chengdu\.wuhou-agency {2}made \d{4}-\S+\+08:00\n$/)

  expect(await staff('add', '--id', 'wh-007', '--outlet', 'chengdu.wuhou-bureau')).toEqual({ code: 1, printed: 'There is a member of staff wh-007 already.\n' })
  expect(await isIn(cookie)).toBe(true)

  for (let time = 0; time < 7; time += 1) await signIn('wh-007', 'wrong')
  expect((await signIn('wh-007', first)).word).toBe('tooManyRequests')
  const second = passwordIn(await staff('reset', 'wh-007'))
  expect([await isIn(cookie), (await signIn('wh-007', first)).word, (await signIn('wh-007', second)).word]).toEqual([false, 'proofRefused', '示例武侯社保经办网点'])

  const again = await signIn('wh-007', second)
  expect(await staff('disable', 'wh-007')).toEqual({ code: 0, printed: 'wh-007 is disabled.\n' })
  expect([await isIn(again.cookie), (await signIn('wh-007', second)).word]).toEqual([false, 'proofRefused'])
  expect((await staff('list')).printed).toMatch(/ {2}disabled \d{4}-\S+\n$/)
  // another password does not let in whoever is disabled
  const third = passwordIn(await staff('reset', 'wh-007'))
  expect((await signIn('wh-007', third)).word).toBe('proofRefused')
  expect(await staff('enable', 'wh-007')).toEqual({ code: 0, printed: 'wh-007 is enabled.\n' })
  expect([await isIn(again.cookie), (await signIn('wh-007', third)).word]).toEqual([false, '示例武侯社保经办网点'])
})

const unknown = (id: string) => ({ code: 1, printed: `There is no member of staff ${id}, or they are disabled.\n` })

test('each change is in the operators’ trail, with who and why; nobody begins twice, and who is disabled changes nothing', async () => {
  expect(await stage.acts()).toEqual([
    'chief | staff add | chief chengdu.wuhou-agency | to begin with', 'chief | staff add | wh-007 chengdu.wuhou-agency | as agreed',
    'chief | staff add | wh-007 chengdu.wuhou-bureau | as agreed', 'chief | staff reset | wh-007 | as agreed', 'chief | staff disable | wh-007 | as agreed',
    'chief | staff reset | wh-007 | as agreed', 'chief | staff enable | wh-007 | as agreed',
  ])
  const before = await stage.acts()
  const self = (id: string) => ['--by', id, '--reason', 'r']
  expect(await staff('add', '--id', 'second', '--outlet', 'chengdu.wuhou-agency', ...self('second'))).toEqual(unknown('second'))
  expect(await staff('reset', 'wh-007', '--by', 'wh-007', '--reason', ' ')).toMatchObject({ code: 1, printed: expect.stringMatching(/^Usage/) })
  expect(await stage.acts()).toEqual(before)
  for (const one of ['wh-007', 'chief']) expect((await staff('disable', one)).code).toBe(0)
  expect(await staff('reset', 'wh-007', ...self('wh-007'))).toEqual(unknown('wh-007'))
  expect(await staff('enable', 'wh-007', ...self('chief'))).toEqual(unknown('chief'))
  // where nobody is left, somebody has to be the first once more
  expect((await staff('enable', 'chief', ...self('chief'))).code).toBe(0)
  expect((await staff('enable', 'wh-007')).code).toBe(0)
  const record = { services: stage.services, connectionString: stage.services.config.databaseUrl }
  expect([await signAll(record), (await audited(record)).broken]).toEqual([1, []])
})

test('an outlet that the list does not have is taken, and looked at again', async () => {
  const { code, printed } = await staff('add', '--id', 'early', '--outlet', 'chengdu.opens-later')
  expect([code, printed.trim().split('\n').at(-1)]).toEqual([0, 'Look at it again: the current list of chengdu has no outlet opens-later.'])
})

test.each<[string, string[], string]>([
  ['nothing', [], 'Usage: npm run staff'],
  ['an unknown command', ['remove', 'wh-007'], 'Usage: npm run staff'],
  ['no outlet', ['add', '--id', 'new'], 'Usage: npm run staff'],
  ['two to reset', ['reset', 'a', 'b'], 'Usage: npm run staff'],
  ['nobody to disable', ['disable'], 'Usage: npm run staff'],
  ['an id with a dot', ['add', '--id', 'a.b', '--outlet', 'chengdu.wuhou-agency'], '--id is up to 64'],
  ['an id of the demo city', ['add', '--id', 'demo-1', '--outlet', 'chengdu.wuhou-agency'], 'The id demo-1 is kept'],
  ['an outlet of no city', ['add', '--id', 'new', '--outlet', 'wuhou-agency'], '--outlet is a city and'],
  ['an unknown city', ['add', '--id', 'new', '--outlet', 'atlantis.wuhou'], '--outlet is a city and'],
  ['a city without outlets', ['add', '--id', 'new', '--outlet', 'national.wuhou'], '--outlet is a city and'],
  ['resetting nobody', ['reset', 'nobody'], 'There is no member of staff nobody.'],
])('%s is refused with a sentence', async (_what, args, sentence) => {
  const { code, printed } = await staff(...args)
  expect([code, printed.startsWith(sentence) ? sentence : printed]).toEqual([1, sentence])
})
