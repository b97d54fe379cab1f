import { command } from '../../../cloudfunctions/host/cli/verify-audit'
import { main as jobs } from '../../../cloudfunctions/jobs'
import { signHeads } from '../../../cloudfunctions/jobs/audit'
import { pointOf } from '../../../cloudfunctions/runtime/sm2-keys'
import { runHere, type Ran } from '../../support/command'
import { openRecord, type TestRecord } from '../../support/record'
import { citizen, ok } from '../../support/record/citizen'
import { environmentOf, freely } from './stage'

jest.setTimeout(60_000)

let record: TestRecord
beforeAll(async () => { record = await openRecord() })
afterAll(() => record.close())

const run = (...args: readonly string[]): Promise<Ran> => runHere(command, environmentOf(record), args)
const sign = () => jobs({ Type: 'Timer', TriggerName: 'audit' }, {})

test('the timer has what was written signed; an auditor with the public key alone checks it, and is told the first place that is broken', async () => {
  await ok((await citizen('in-use', 'wechat')).report())
  expect([await sign(), await sign()]).toEqual([{ ok: true, data: { heads: 1 } }, { ok: true, data: { heads: 0 } }])
  const good = await run()
  expect([good.code, good.printed]).toEqual([0, expect.stringMatching(/^\d+ event\(s\) of \d+ card\(s\), 1 head\(s\) and 0 act\(s\) of operators were checked in .* s\.\nThe last head is 1:[\da-f]{64}\n$/)])
  const [head = ''] = /1:[\da-f]{64}/.exec(good.printed) ?? []
  const [key] = record.services.config.auditKeys
  const publicKey = key ? `${key.id}:${pointOf(key)}` : ''
  const auditor = { DATABASE_URL: record.connectionString, NODE_ENV: 'production' }
  expect(await runHere(command, auditor, ['--public-keys', publicKey, '--head', head])).toMatchObject({ code: 0 })
  expect(await runHere(command, auditor, ['--public-keys', `other:${publicKey.split(':')[1]}`])).toMatchObject({ code: 1, printed: expect.stringContaining('BROKEN head 1: none of the keys given has signed it') })
  await freely(record.sql, `update card_event set actor = 'nobody' where seq = 1 and card_key = (select min(card_key) from card)`)
  const broken = await run('--part', '1/2')
  expect([broken.code, broken.printed]).toEqual([1, expect.stringMatching(/\nBROKEN card \S+: the chain does not hold at event 1\n$/)])
})

test('without a private key nothing is signed, and what waits is not lost', async () => {
  const { services } = record
  const [key] = services.config.auditKeys
  const config = { ...services.config, auditKeys: key ? [{ id: key.id, bytes: new Uint8Array(Buffer.from(pointOf(key), 'hex')) }] : [] }
  await ok((await citizen('two-cards', 'wechat')).report())
  await expect(signHeads({ ...services, config }, new AbortController().signal)).rejects.toThrow('AUDIT_KEYS does not begin with a private key')
  expect(await sign()).toEqual({ ok: true, data: { heads: 1 } })
})

test.each([
  [['--head', '1:abc'], '--head is POSITION:HASH'],
  [['--part', '3/2'], '--part is the number of a part'],
  [['--public-keys', 'k:00'], '--public-keys must be a private key of 32 bytes or a public one of 65 in hex.'],
  [['now'], 'Usage: npm run audit:verify'],
])('%j is refused', async (args, sentence) => {
  expect(await run(...args)).toEqual({ code: 1, printed: expect.stringContaining(sentence) })
})
