import { command } from '../../../cloudfunctions/host/cli/messages'
import { runHere } from '../../support/command'
import { citizen, ok, type Citizen } from '../../support/record/citizen'
import { staffMember } from '../../support/record/partner'
import { openMessages, type MessageStage } from './stage'

jest.setTimeout(60_000)

let stage: MessageStage
let holder: Citizen
let who: readonly string[]
beforeAll(async () => {
  stage = await openMessages()
  holder = await citizen('in-use', 'wechat')
  who = ['--by', (await staffMember(stage)).staffId, '--reason', 'the cause is mended']
})
afterAll(() => stage.close())

const listOf = (keys: readonly { id: string; bytes: Uint8Array }[]) => keys.map(({ id, bytes }) => `${id}:${Buffer.from(bytes).toString('hex')}`).join(',')
const run = (...args: string[]) => {
  const { config: { dataKeys, hashKeys, sessionKeys } } = stage.services
  const keys = { DATA_KEYS: listOf(dataKeys), HASH_KEYS: listOf(hashKeys), SESSION_KEYS: listOf(sessionKeys) }
  return runHere(command, { ...keys, DATABASE_URL: stage.connectionString, LOG_LEVEL: 'silent' }, args)
}

test('an operator sees what waits and what is dead, masked and with the reason, and has it sent once more', async () => {
  expect((await run('waiting')).printed).toBe('No message waits.\n')
  expect((await run('dead')).printed).toBe('No message is dead.\n')
  await ok(holder.report())
  await stage.tell()
  expect((await run('waiting')).printed).toMatch(/^[\da-f]{32} {2}\S+ {2}lossReported {2}5101\*{10}0101 {2}tried 0× {2}it is in line {2}next \S+\n$/)
  await stage.allow(holder, 'in-use')
  stage.platforms.wechat.next('subscribeSend', 'cutAfter')
  await stage.send()
  const { printed } = await run('dead')
  expect(printed).toMatch(/ {2}lossReported {2}5101\*{10}0101 {2}wechat {2}tried 1× {2}it may have arrived: the answer was lost\n$/)
  const [id = ''] = printed.split(' ')
  expect(await run('resend', id, ...who)).toEqual({ code: 0, printed: `In line once more: ${id}. What did arrive although nobody heard of it arrives a second time.\n` })
  expect((await run('resend', id, ...who)).printed).toContain(`${id} is no dead message`)
  stage.platforms.sms.next('sms', { status: 403 })
  await stage.send()
  expect((await run('dead')).printed).toContain('refused with sms:403: see what is set up there')
  expect((await run('resend', '--all', ...who)).code).toBe(0)
  await stage.send()
  expect((await run('resend', '--all', ...who)).printed).toBe('No message is dead.\n')
  expect(await stage.deliveries()).toMatchObject([{ state: 'sent', way: 'sms', tries: 3 }])
})

test('who had it sent once more, and why, is in the operators’ trail; a stranger has nothing sent', async () => {
  const told = (await stage.services.repository.audit.acts(10)).map(({ operator, what, subject, reason }) => [operator, what, subject, reason])
  const [, by, , why] = who
  expect(told).toEqual([expect.stringMatching(/^[\da-f]{32}$/), expect.anything(), 'all', 'all'].map((subject) => [by, 'messages resend', subject, why]))
  expect((await run('resend', '--all')).printed).toContain('Usage: npm run messages')
  expect((await run('resend', '--all', '--by', 'stranger', '--reason', 'r')).printed).toBe('There is no member of staff stranger, or they are disabled.\n')
  expect((await stage.services.repository.audit.acts(10)).length).toBe(told.length)
})

test.each([[], ['resend'], ['send', 'all'], ['dead', 'or', 'alive']])('what cannot be is refused by how it is used: %j', async (...args) => {
  const { code, printed } = await run(...args)
  expect([code, printed]).toEqual([1, expect.stringContaining('Usage: npm run messages -- waiting')])
})
