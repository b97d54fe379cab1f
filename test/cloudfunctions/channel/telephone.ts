import { randomUUID } from 'node:crypto'
import type { DataOf } from '@/contract'
import { hashPassword } from '../../../cloudfunctions/runtime/password'
import { ok, type TestRecord } from '../../support/record'
import type { Row } from '../../support/record/card-file'
import { callAs, holder, type Called, type Holder } from './stage'

export type Heard = DataOf<'channel/voice'>
export const password = '402591'

/** A telephone that has called: each entry is one turn. */
export interface Telephone {
  readonly callId: string
  /** Types, one turn each; an empty entry is silence. Resolves to what is heard last. */
  type(...entries: readonly string[]): Promise<Heard>
  /** The turn that came last. */
  readonly turn: () => number
}

/** Calls, and hears the greeting. */
export const dial = async (line: Called, caller = '+8610000000001', callId = `call-${randomUUID()}`): Promise<Telephone> => {
  let turn = 0
  await ok(callAs(line, 'channel/voice', { callId, turn, caller }))
  const type = async (...entries: readonly string[]): Promise<Heard> => {
    let heard: Heard | undefined
    for (const digits of entries) {
      turn += 1
      heard = await ok(callAs(line, 'channel/voice', { callId, turn, caller, ...(digits !== '' && { digits }) }))
    }
    if (!heard) throw new Error('nothing was typed')
    return heard
  }
  return { callId, type, turn: () => turn }
}

/** Somebody whose card has a service password, as it was set at a counter. */
export const withPassword = async (record: TestRecord, over: Partial<Row> = {}): Promise<Holder> => {
  const one = await holder(record, over)
  await record.sql.query('insert into service_password values ($1, $2, 1)', [one.cardId, await hashPassword(password)])
  return one
}

/** What is typed to come to an errand with a card and its password, in Chinese. */
export const toErrand = (errand: 1 | 2 | 3, { card_number: number }: Pick<Row, 'card_number'>, typed = password): string[] =>
  ['1', String(errand), `${number}#`, `${typed}#`]
