import type { Job } from '../queue'
import { clock, type Run } from '../database'
import type { State } from './read'
import type { Address, Way } from './ways'

const set = `update delivery set state = $4, way = $5, reason = $6, at = ${clock}, tries = tries + $7
  where person_key = $1 and message_id = $2 and state = any($3::text[]) and ($8::integer is null or tries = $8) returning message_id`

export interface Written {
  readonly from: readonly State[]
  readonly to: State
  readonly way: Way | null
  readonly reason: string | null
  /** Whether one more try begins with it. */
  readonly begins?: boolean
  /** Only while this is the newest try. */
  readonly tries?: number
}

/** Moves a delivery on from one of the states given; false where it is in none of them, or another try has begun. */
export const writeDelivery = async (run: Run, { personKey, messageId }: Job, { from, to, way, reason, begins = false, tries }: Written): Promise<boolean> => {
  const values = [personKey, messageId, from, to, way, reason, begins ? 1 : 0, tries ?? null]
  return (await run({ name: 'write-delivery', text: set, values })).length > 0
}

const use = 'update subscription set times = times - 1 where account_key = $1 and template = $2 and times > 0'
const giveBack = 'update subscription set times = times + 1 where account_key = $1 and template = $2'
const end = 'update subscription set times = 0 where account_key = $1 and template = $2'

/** WeChat's leave is for one message; Alipay's stays until it is taken back there. */
export const leaveOf = ({ way, accountKey }: Pick<Address, 'way' | 'accountKey'>, template: string) => {
  const change = (name: string, text: string) => async (run: Run): Promise<void> => {
    if (way === 'wechat') await run({ name, text, values: [accountKey, template] })
  }
  return { use: change('use-leave', use), giveBack: change('give-leave-back', giveBack), end: change('end-leave', end) }
}
