import { Readable } from 'node:stream'
import { cardFileLines } from '../../../cloudfunctions/host/import/generate'
import { readCardFile } from '../../../cloudfunctions/host/import/read-file'

test('every generated row is good, and no two are of one person or card', async () => {
  const bad: string[] = []
  const numbers = new Set<string>()
  const people = new Set<string>()
  const source = Readable.from(cardFileLines(3000), { objectMode: false })
  for await (const rows of readCardFile(source, Date.now(), (line, reason) => bad.push(`${line} ${reason}`))) {
    for (const { cardNumber, idNumber } of rows) {
      numbers.add(cardNumber)
      people.add(idNumber)
    }
  }
  expect([bad, numbers.size, people.size]).toEqual([[], 3000, 3000])
})

test.each([0, -1, 1.5, Number.NaN, 10_000_000])('%p people are refused', (count) => {
  expect(() => [...cardFileLines(count)]).toThrow(RangeError)
})
