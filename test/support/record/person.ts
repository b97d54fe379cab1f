import { randomUUID } from 'node:crypto'
import type { Door } from '@/contract'
import type { TestRecord } from '.'

type Services = Pick<TestRecord, 'services'>

/** A token of the person with an ID number, on an account of their own at a door; null when the record does not know them. */
export const signInAs = async ({ services }: Services, idNumber: string, door: Door = 'wechat'): Promise<string | null> => {
  const { accounts } = services.repository
  const platformId = `test-${randomUUID()}`
  await accounts.bindUnchecked(door, platformId, idNumber)
  const { accountKey, epoch, bound } = await accounts.byPlatformId(door, platformId)
  return bound ? (await services.tokens.issue({ accountKey, epoch, channel: door, played: true })).token : null
}

/** The key of a card's holder. */
export const holderOf = async ({ sql }: Pick<TestRecord, 'sql'>, cardId: string): Promise<string> => {
  const { rows } = await sql.query<{ holder_key: string }>('select holder_key from card where card_key = $1', [cardId])
  return rows[0]?.holder_key ?? ''
}

/** Makes a card's holder somebody with another ID number: older or younger than a file would have them. */
export const becomes = async ({ services: { keys }, sql }: Pick<TestRecord, 'services' | 'sql'>, cardId: string, idNumber: string): Promise<void> => {
  const key = await holderOf({ sql }, cardId)
  const sealed = keys.seal(JSON.stringify({ name: '示例儿童', idNumber, phone: '10000000011' }), key)
  await sql.query('update person set sealed_person = $2 where person_key = $1', [key, sealed])
}

/** The civil day it is for the database. */
export const today = async ({ sql }: Pick<TestRecord, 'sql'>): Promise<string> => {
  const { rows } = await sql.query<{ today: string }>(`select to_char(now() at time zone '+08:00'::interval, 'YYYY-MM-DD') as today`)
  return rows[0]?.today ?? ''
}
