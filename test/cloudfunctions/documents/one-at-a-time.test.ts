import { readFile } from 'node:fs/promises'
import { makeSheet } from '../../../cloudfunctions/documents/pdf/sheet'
import { failureOf, httpAnswer } from '../../../cloudfunctions/runtime/errors'
import { openPdfReader } from './read-pdf'

jest.setTimeout(60_000)

const many = 21
const asked = (count: number) => Array.from({ length: count }, (_, index) => makeSheet(`${index}`, (document) => void document.text('社保卡')))

test('of many documents asked for at once each is made, and whoever asks for something else is answered between them', async () => {
  const order: string[] = []
  const documents = asked(many).map((made) => made.then(() => order.push('document')))
  await readFile(__filename).then(() => order.push('other'))
  await Promise.all(documents)
  expect(order).toHaveLength(many + 1)
  expect(order.at(-1)).toBe('document')
})

test('beyond what may wait the rest is told to come back, and how soon; then there is room again', async () => {
  const settled = await Promise.allSettled(asked(many + 2))
  const refused = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
  expect(refused).toHaveLength(2)
  const answer = httpAnswer({ ok: false, error: failureOf(refused[0], 'r') }, 'r')
  expect([answer.statusCode, answer.headers['retry-after'], JSON.parse(answer.body)]).toEqual([503, '5', { ok: false, error: expect.objectContaining({ code: 'busy', details: { retryAfterSeconds: 5 } }) }])
  await expect(Promise.all(asked(1))).resolves.toHaveLength(1)
})

test('one that fails holds up none after it', async () => {
  const failing = makeSheet('', () => { throw new Error('no') })
  const next = asked(1)
  await expect(failing).rejects.toThrow('no')
  await expect(Promise.all(next)).resolves.toHaveLength(1)
})

test('the type is read once, and a document is the same the tenth time as the first', async () => {
  const reader = openPdfReader()
  const texts = []
  for (const made of asked(10)) texts.push(await reader.read(await made))
  await reader.close()
  expect(new Set(texts.map(({ text, fonts }) => JSON.stringify([text.trim(), fonts.map(({ embedded }) => embedded)])))).toEqual(new Set([JSON.stringify(['社保卡', [true]])]))
})
