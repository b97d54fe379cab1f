import { send } from '../../support/record'
import { signed } from '../../support/record/partner'
import type { Ran } from '../../support/command'
import { addChief, openStage, who, type Stage } from './stage'

// one is a process of its own, which compiles what it runs
jest.setTimeout(60_000)

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await addChief(stage)
})
afterAll(() => stage.close())

const channels = (...args: string[]) => stage.command('channels', ...args, ...(args[0] === 'list' ? [] : who))
const secretIn = ({ code, printed }: Ran): string => {
  expect([code, printed]).toEqual([0, expect.stringMatching(/once:\n[\w-]{43}\n$/)])
  return printed.trim().split('\n').at(-1) ?? ''
}

const bank = ['add', '--id', 'bank-icbc', '--name', '示例工商银行', '--channel', 'bank', '--bank', 'icbc', '--cities', 'chengdu,beijing']
const events = async (partnerId: string, secret: string, name: 'channel/cardStatus' | 'channel/disputes' = 'channel/cardStatus') => {
  const request = name === 'channel/disputes' ? { staff: { id: 'b-1' } } : { find: { cardNumber: '990100000000000001' }, staff: { id: 'b-1' } }
  const answer = await send(name, request, signed({ partnerId, secret }, name, JSON.stringify(request)))
  return answer.ok ? 'ok' : answer.error.code
}

test('a partner is added, told its secret once, given another, disabled and enabled', async () => {
  expect(await stage.process('channels', 'list')).toEqual({ code: 0, printed: 'There are no partners yet.\n' })
  const added = await channels(...bank)
  const first = secretIn(added)
  expect(added.printed).toContain('bank-icbc may do cardStatus, bankReported, bankReleased, reportLoss, acceptReissue, orders, rejectReissue, moveOrder, collect, receipt, activate, bankActivated, events in chengdu, beijing.')
  // signed, known and permitted; there is no such card
  expect(await events('bank-icbc', first)).toBe('notFound')
  expect(await events('bank-icbc', first, 'channel/disputes')).toBe('notPermitted')

  const { printed } = await channels('list')
  expect(printed).toMatch(/^bank-icbc {2}示例工商银行 {2}bank icbc {2}chengdu,beijing {2}cardStatus,\S+ {2}600\/min {2}made \d{4}-\S+\+08:00\n$/)
  expect(printed).not.toContain(first)

  const second = secretIn(await channels('rotate', 'bank-icbc'))
  expect([await events('bank-icbc', first), await events('bank-icbc', second)]).toEqual(['notFound', 'notFound'])
  const third = secretIn(await channels('rotate', 'bank-icbc', '--overlap-days', '0'))
  expect(await Promise.all([first, second, third].map((secret) => events('bank-icbc', secret)))).toEqual(['signatureRefused', 'signatureRefused', 'notFound'])

  expect(await channels('disable', 'bank-icbc')).toEqual({ code: 0, printed: 'bank-icbc is disabled.\n' })
  expect(await events('bank-icbc', third)).toBe('signatureRefused')
  expect((await channels('list')).printed).toMatch(/ {2}disabled \d{4}-\S+\n$/)
  expect(await channels('enable', 'bank-icbc')).toEqual({ code: 0, printed: 'bank-icbc is enabled.\n' })
  expect(await events('bank-icbc', third)).toBe('notFound')

  expect((await stage.acts()).slice(1)).toEqual([
    'chief | channels add | bank-icbc bank icbc chengdu,beijing cardStatus,bankReported,bankReleased,reportLoss,acceptReissue,orders,rejectReissue,moveOrder,collect,receipt,activate,bankActivated,events | as agreed',
    'chief | channels rotate | bank-icbc overlap of 7 day(s) | as agreed', 'chief | channels rotate | bank-icbc overlap of 0 day(s) | as agreed',
    'chief | channels disable | bank-icbc | as agreed', 'chief | channels enable | bank-icbc | as agreed',
  ])

  expect(await channels(...bank)).toEqual({ code: 1, printed: 'There is a partner bank-icbc already.\n' })
  expect(await events('bank-icbc', third)).toBe('notFound')
})

test('a partner can be given leave for other things than its channel\'s usual', async () => {
  const added = await channels('add', '--id', 'bureau', '--name', '示例人社局', '--channel', 'bureau', '--cities', 'chengdu', '--operations', 'disputes, closeDispute', '--per-minute', '7')
  expect(added.printed).toContain('bureau may do disputes, closeDispute in chengdu.')
  expect(await events('bureau', secretIn(added), 'channel/disputes')).toBe('ok')
  expect((await channels('list')).printed).toContain('disputes,closeDispute  7/min')
})

test('an unknown option is named', async () => {
  expect(await stage.process('channels', 'list', '--all')).toEqual({ code: 1, printed: expect.stringMatching(/^Unknown option '--all'/) })
})

const add = (...over: string[]) => ['add', '--id', 'new', '--name', '示例', '--channel', 'tianfu', '--cities', 'chengdu', ...over]

test.each<[string, string[], string]>([
  ['nothing', [], 'Usage: npm run channels'],
  ['an unknown command', ['remove', 'bank-icbc'], 'Usage: npm run channels'],
  ['a list of one', ['list', 'bank-icbc'], 'Usage: npm run channels'],
  ['a rotation of none', ['rotate'], 'Usage: npm run channels'],
  ['a rotation of two', ['rotate', 'a', 'b'], 'Usage: npm run channels'],
  ['no name', ['add', '--id', 'new', '--channel', 'tianfu', '--cities', 'chengdu'], 'Usage: npm run channels'],
  ['an empty name', add('--name', ' '), 'Usage: npm run channels'],
  ['an id with a space', add('--id', 'a b'), '--id is up to 64'],
  ['the counter\'s own id', add('--id', 'counter'), 'The id counter is kept'],
  ['an id of the demo city', add('--id', 'demo-new'), 'The id demo-new is kept'],
  ['a citizen\'s channel', add('--channel', 'wechat'), '--channel is one of'],
  ['a bank that is no bank\'s', add('--bank', 'icbc'), '--bank goes with --channel bank.'],
  ['a bank without its code', add('--channel', 'bank'), '--bank is one of icbc,'],
  ['an unknown bank', add('--channel', 'bank', '--bank', 'toString'), '--bank is one of icbc,'],
  ['an unknown city', add('--cities', 'chengdu,atlantis'), '--cities names some of'],
  ['no city', add('--cities', ','), '--cities names some of'],
  ['an unknown operation', add('--operations', 'voice,shout'), '--operations names operations of partners, with commas between: shout is none.'],
  ['no rate', add('--per-minute', '0'), '--per-minute is a whole number from 1 to 1000000.'],
  ['a long overlap', ['rotate', 'bank-icbc', '--overlap-days', '91'], '--overlap-days is a whole number from 0 to 90.'],
  ['a rotation of nobody', ['rotate', 'nobody'], 'There is no partner nobody.'],
  ['disabling nobody', ['disable', 'nobody'], 'There is no partner nobody.'],
])('%s is refused with a sentence', async (_what, args, sentence) => {
  const { code, printed } = await channels(...args)
  expect([code, printed.startsWith(sentence) ? sentence : printed]).toEqual([1, sentence])
})
