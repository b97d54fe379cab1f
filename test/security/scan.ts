import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import pg from 'pg'
import { idNumberFault } from '@/domain/id-number'

interface DemoRow {
  readonly card_number: string
  readonly id_number: string
  readonly name: string
  readonly phone: string
}

const city = parse<DemoRow>(readFileSync('cloudfunctions/host/demo/city.csv'), { columns: true, bom: true })
const known = [...new Set(city.flatMap(({ card_number: card, name, phone }) => [card, name, phone]))]

/** Of 18 characters alone, in any region, also the one that there is not: 000000. */
const idNumbers = (text: string) =>
  [...text.matchAll(/(?<![\da-z])\d{17}[\dx](?![\da-z])/gi)].map(([found]) => found.toUpperCase()).filter((found) => idNumberFault(found) === null)

/** Those of the demo city, and of whoever the tests have come. */
const platformIds = (text: string) => [...text.matchAll(/\b(?:demo-openid|demo-alipay|visitor)-[\w-]+/g)].map(([found]) => found)

/** Text that was written for a machine, as it reads. */
const plain = (text: string) => text.replace(/\\u([\da-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/**
 * What stands in clear that ought not to: ID numbers, the demo city's names, phones and card numbers, and the ids of its people at WeChat
 * and Alipay. For logs, replies and data; our own copy names fictional people on purpose.
 */
export const findPersonalData = (given: string): string[] => {
  const text = plain(given)
  return [...new Set([...idNumbers(text), ...known.filter((value) => text.includes(value)), ...platformIds(text)])]
}

/** Every row of every table of a database, as text. */
export const dumpOf = async (connectionString: string): Promise<string> => {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ name: string }>(`select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema') order by 1`)
    const parts: string[] = []
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`select row_to_json(t)::text as row from ${name} t`)
      parts.push(`${name} ${rows.length}`, ...rows.map(({ row }) => row))
    }
    return parts.join('\n')
  } finally {
    await client.end()
  }
}
