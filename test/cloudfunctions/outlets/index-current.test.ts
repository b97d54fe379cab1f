import { keepCurrent } from '../../../cloudfunctions/outlets/lookup/keep-current'
import { logTo } from '../../../cloudfunctions/runtime/log'

/** Something kept current whose looks end when the test says so, with a clock of its own. */
const kept = () => {
  let time = 0
  const lines: string[] = []
  const looks: { answer(it: string): void; fail(): void }[] = []
  const look = () => new Promise<string>((resolve, reject) => looks.push({ answer: resolve, fail: () => reject(new RangeError('去成都市示例路1号')) }))
  const current = keepCurrent({ look, timing: { checkEvery: 5_000, waitAfter: 30_000, now: () => time }, log: logTo('warn', { write: (line) => lines.push(line) }) })
  /** Lets what has been answered be taken over. */
  const settle = () => new Promise<void>((resolve) => { setImmediate(resolve) })
  return { current, looks, lines, settle, at: (now: number) => { time = now } }
}

/** One that has looked once, at 0. */
const held = async () => {
  const one = kept()
  const first = one.current()
  one.looks[0]?.answer('first')
  await first
  return one
}

test('requests that come while nothing is held wait for one look together', async () => {
  const { current, looks } = kept()
  const waiting = Promise.all([current(), current(), current()])
  looks[0]?.answer('first')
  expect(await waiting).toEqual(['first', 'first', 'first'])
  expect(looks).toHaveLength(1)
})

test('nobody looks again before it is time', async () => {
  const { current, looks, at } = await held()
  at(4_999)
  expect(await current()).toBe('first')
  expect(looks).toHaveLength(1)
})

test('while one looks again, requests are answered from what is held; then from what was found', async () => {
  const { current, looks, at, settle } = await held()
  at(5_000)
  expect(await Promise.all([current(), current()])).toEqual(['first', 'first'])
  expect(looks).toHaveLength(2)
  looks[1]?.answer('second')
  await settle()
  expect(await current()).toBe('second')
})

test('after an idle time a request waits for the look', async () => {
  const { current, looks, at } = await held()
  at(30_000)
  const waiting = current()
  looks[1]?.answer('second')
  expect(await waiting).toBe('second')
})

test('a look that a frozen process left half done does not count as a new one', async () => {
  const { current, looks, at, settle } = await held()
  at(5_000)
  await current()
  at(600_000)
  const waiting = current()
  looks[1]?.answer('second, ten minutes ago')
  await settle()
  expect(looks).toHaveLength(3)
  looks[2]?.answer('third')
  expect(await waiting).toBe('third')
})

test('a clock that is set back makes what is held old', async () => {
  const { current, looks, at } = await held()
  at(-1)
  const waiting = current()
  looks[1]?.answer('second')
  expect(await waiting).toBe('second')
})

test('a look that fails leaves what is held, says so without saying more, and is not repeated at once', async () => {
  const { current, looks, lines, at } = await held()
  at(60_000)
  const waiting = current()
  looks[1]?.fail()
  expect(await waiting).toBe('first')
  expect(await current()).toBe('first')
  expect(looks).toHaveLength(2)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 40, code: 'outletsNotChecked', error: { kind: 'RangeError' } })
  expect(lines.join()).not.toContain('示例路')
})

test('a look that fails late leaves what is held too: a request waits for no second one', async () => {
  const { current, looks, at } = await held()
  at(60_000)
  const waiting = current()
  at(68_000)
  looks[1]?.fail()
  expect(await waiting).toBe('first')
})

test('a look that began before a request and fails is no look of its own', async () => {
  const { current, looks, at, settle } = await held()
  at(5_000)
  await current()
  at(600_000)
  const waiting = current()
  looks[1]?.fail()
  await settle()
  expect(looks).toHaveLength(3)
  looks[2]?.answer('third')
  expect(await waiting).toBe('third')
})

test('with nothing held a failed look is the request\'s failure, and the next request looks again', async () => {
  const { current, looks } = kept()
  const failing = current()
  looks[0]?.fail()
  await expect(failing).rejects.toThrow(RangeError)
  const next = current()
  looks[1]?.answer('first')
  expect(await next).toBe('first')
})
