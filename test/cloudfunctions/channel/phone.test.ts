import { demoTelephone } from '../../../cloudfunctions/host/demo/telephone'
import { openRecord, type TestRecord } from '../../support/record'
import { citizen } from '../../support/record/citizen'
import { run, serveRecord } from './example-clients'

// processes of their own, which compile what they run
jest.setTimeout(120_000)

let record: TestRecord
let served: Awaited<ReturnType<typeof serveRecord>>
beforeAll(async () => {
  record = await openRecord()
  served = await serveRecord(record)
})
afterAll(async () => {
  await served.stop()
  await record.close()
})

const command = { name: 'phone', command: [process.execPath, '--import', 'tsx', 'cloudfunctions/host/cli/phone.ts'], needs: 'Node', check: [] }
const phone = (typed: readonly string[], environment: NodeJS.ProcessEnv = {}, words: readonly string[] = []) =>
  run(command, { environment: { API: served.address, ...environment }, words, input: typed.map((line) => `${line}\n`).join('') })

const { password, cards: [works, reported] } = demoTelephone

test('at the keyboard a loss is reported with the card and password that the start names', async () => {
  const first = await phone([])
  expect(first).toMatchObject({ code: 0, error: '' })
  for (const named of [password, works.cardNumber, '您好，这里是社保卡挂失服务。']) expect(first.out).toContain(named)
  const { code, out } = await phone(['1', '1', `${works.cardNumber}#`, `${password}#`, '1'])
  expect([code, out.includes('挂失成功。')]).toEqual([0, true])
  expect(await (await citizen('in-use', 'wechat')).state()).toBe('temporarilyLost')
})

test('Enter alone is silence, what no key has is not sent, and the call ends where the line does', async () => {
  const { out } = await phone(['', 'one', '3', `${reported.cardNumber}#`, password, '0', '1', '1'])
  expect(out.match(/\[menu: /g)).toHaveLength(1)
  expect(out).toContain('A telephone has only 0-9 * #')
  expect(out).toContain('此卡已临时挂失')
  expect(out.trimEnd().endsWith('[put through to the staffed line]')).toBe(true)
})

test.each([
  ['a secret that is not the partner’s', { PHONE_PARTNER: 'demo-phone', PHONE_SECRET: 'another' }, [], 'signatureRefused'],
  ['a partner without a secret', { PHONE_PARTNER: 'demo-phone' }, [], 'Set PHONE_PARTNER and PHONE_SECRET together.'],
  ['a service that is not there', { API: 'http://127.0.0.1:1' }, [], 'Nothing answers at http://127.0.0.1:1'],
  ['a caller that is no number', {}, ['--caller', 'me'], 'Usage: npm run phone'],
])('%s ends it with a sentence', async (_what, environment, words, sentence) => {
  const { code, error } = await phone([], environment, words)
  expect([code, error.startsWith(sentence)]).toEqual([1, true])
})
