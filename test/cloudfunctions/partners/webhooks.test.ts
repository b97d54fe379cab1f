import { addChief, openStage, who, type Stage } from './stage'

// one is a process of its own, which compiles what it runs
jest.setTimeout(60_000)

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await addChief(stage)
})
afterAll(() => stage.close())

const webhooks = (...args: string[]) => stage.command('webhooks', ...args, ...(args[0] === 'list' ? [] : who))
const add = (...args: string[]) => stage.command('channels', 'add', '--name', '示例', '--cities', 'chengdu', ...args, ...who)
const url = 'https://partner.example/events'

test('a webhook is set, listed, moved elsewhere, replayed and removed', async () => {
  await add('--id', 'bureau', '--channel', 'bureau')
  expect(await stage.process('webhooks', 'list')).toEqual({ code: 0, printed: 'No partner has a webhook.\n' })
  expect(await webhooks('set', 'bureau', url)).toEqual({
    code: 0, printed: `bureau is told at ${url} what comes after position 0. For what came before: npm run webhooks -- replay bureau --from 0\n`,
  })
  expect((await webhooks('set', 'bureau', 'https://10.0.0.7/', '--private-network')).code).toBe(0)
  expect((await webhooks('list')).printed).toBe('bureau  https://10.0.0.7/  private network  position 0\n')
  expect(await webhooks('replay', 'bureau', '--from', '0')).toEqual({ code: 0, printed: 'bureau is told again what came after position 0.\n' })
  expect((await webhooks('remove', 'bureau')).code).toBe(0)
  expect((await webhooks('list')).printed).toBe('No partner has a webhook.\n')
  // an address may hold a secret: the trail has its name alone
  expect((await stage.acts()).slice(2)).toEqual([
    'chief | webhooks set | bureau partner.example | as agreed', 'chief | webhooks set | bureau 10.0.0.7 private network | as agreed',
    'chief | webhooks replay | bureau from 0 | as agreed', 'chief | webhooks remove | bureau | as agreed',
  ])
})

test('what cannot be is refused by a sentence', async () => {
  await add('--id', 'line', '--channel', 'phone')
  await add('--id', 'tianfu', '--channel', 'tianfu')
  const said = async (...args: string[]) => {
    const { code, printed } = await webhooks(...args)
    return `${code} ${printed.trim()}`
  }
  expect(await said('set', 'nobody', url)).toBe('1 There is no partner nobody, or it has no leave for events.')
  expect(await said('set', 'line', url)).toBe('1 There is no partner line, or it has no leave for events.')
  expect(await said('set', 'tianfu', 'https://10.0.0.7/')).toContain('1 A webhook’s address is a public one')
  expect(await said('remove', 'tianfu')).toBe('1 tianfu has no webhook.')
  expect(await said('replay', 'tianfu')).toBe('1 --from is a position: what came after it is sent again, with 0 everything.')
  await webhooks('set', 'tianfu', url)
  expect(await said('replay', 'tianfu', '--from', '7')).toContain('1 tianfu has no webhook, or was not told as much as that yet')
  expect(await said('tell', 'tianfu')).toContain('1 Usage: npm run webhooks')
})
