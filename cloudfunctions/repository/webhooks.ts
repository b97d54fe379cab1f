import type { CityCode } from '@/domain/policies'
import { minute, type Instant } from '@/domain/time'
import type { Partner } from '../runtime/partner'
import { clock, type Run } from './database'
import { newKey } from './random'

/** How long (ms) whoever is at a webhook may take before another one goes on with it. */
const holdMs = 20_000
/** After the first failure, doubled with each that follows, and at most. */
const firstBackOffMs = 2_000
const longestBackOffMs = 15 * minute

/** Where a partner is told, how far it has been told, and since when that fails. */
export interface Webhook {
  readonly partnerId: string
  readonly url: string
  /** Whether it may be inside our own network. */
  readonly privateNetwork: boolean
  readonly position: number
  readonly failingSince: Instant | null
  readonly lastFailure: string | null
}

/** A webhook that whoever has it is alone at: nobody else sends to it meanwhile, and nothing they report counts once it was set anew. */
export interface HeldWebhook extends Pick<Webhook, 'partnerId' | 'url' | 'privateNetwork' | 'position'>, Pick<Partner, 'cities' | 'bank'> {
  readonly hold: string
}

export interface Webhooks {
  /** Partners with something they may not have been told, whose time to be told has come. */
  due(): Promise<string[]>
  /** Null where somebody else is at it, its time has not come, or the partner hears nothing any more. */
  hold(partnerId: string): Promise<HeldWebhook | null>
  /** The partner was told everything up to a position. False where that counts no more. */
  moved(held: HeldWebhook, position: number): Promise<boolean>
  /** The partner was not told; `why` is a status or a word, never what it answered. */
  failed(held: HeldWebhook, why: string): Promise<void>
  /** Tells a partner there from now on, or from where it is if it has a webhook; gives that position, null where no such partner hears of events. */
  set(partnerId: string, url: string, privateNetwork: boolean): Promise<number | null>
  /** False where there was none. */
  remove(partnerId: string): Promise<boolean>
  /** Tells a partner again what came after a position; false where there is no webhook, or that is further than it was told. */
  replay(partnerId: string, position: number): Promise<boolean>
  list(): Promise<Webhook[]>
}

interface Row {
  readonly partner_id: string
  readonly url: string
  readonly private_network: boolean
  readonly position: number
}
interface ListedRow extends Row {
  readonly failing_since: Instant | null
  readonly last_failure: string | null
}
interface HeldRow extends Row {
  readonly hold: string
  readonly cities: readonly CityCode[]
  readonly bank: string | null
}

/** As one value, the time can be looked up in an index. */
const now = `(select ${clock})`
const hears = `p.partner_id = w.partner_id and p.disabled_at is null and 'events' = any(p.operations)`
const fresh = `hold = null, next_at = 0, failures = 0, failing_since = null, last_failure = null`

const due = `select w.partner_id from webhook w join partner p on ${hears}
  where w.next_at <= ${now} and exists (select from feed f where f.position > w.position) order by w.partner_id`
const hold = `update webhook w set hold = $2, next_at = ${clock} + ${holdMs} from partner p
  where w.partner_id = $1 and ${hears} and w.next_at <= ${clock}
  returning w.partner_id, w.url, w.private_network, w.position, w.hold, p.cities, p.bank`
const moved = `update webhook set position = $3, ${fresh} where partner_id = $1 and hold = $2 returning partner_id`
const failed = `update webhook set hold = null, failures = failures + 1, failing_since = coalesce(failing_since, ${clock}), last_failure = $3,
  next_at = ${clock} + least(${longestBackOffMs}, ${firstBackOffMs} * power(2, least(failures, 20)))::bigint where partner_id = $1 and hold = $2`
const set = `insert into webhook as w (partner_id, url, private_network, position)
  select p.partner_id, $2, $3, coalesce((select max(position) from feed where position > 0), 0) from partner p
  where p.partner_id = $1 and 'events' = any(p.operations)
  on conflict (partner_id) do update set url = excluded.url, private_network = excluded.private_network, ${fresh} returning w.position`
const remove = 'delete from webhook where partner_id = $1 returning partner_id'
const replay = `update webhook set position = $2, ${fresh} where partner_id = $1 and position >= $2 returning partner_id`
const list = 'select partner_id, url, private_network, position, failing_since, last_failure from webhook order by partner_id'

const placeIn = ({ partner_id: partnerId, url, private_network: privateNetwork, position }: Row) => ({ partnerId, url, privateNetwork, position })

/** All that is kept of webhooks. The database's clock decides whose time has come. */
export const webhooksIn = (run: Run): Webhooks => {
  const touches = async (name: string, text: string, ...values: readonly unknown[]) => (await run({ name, text, values })).length > 0
  return {
    due: async () => (await run<Pick<Row, 'partner_id'>>({ name: 'webhooks-due', text: due, values: [] })).map((row) => row.partner_id),
    hold: async (partnerId) => {
      const [row] = await run<HeldRow>({ name: 'hold-webhook', text: hold, values: [partnerId, newKey()] })
      return row ? { ...placeIn(row), hold: row.hold, cities: row.cities, bank: row.bank } : null
    },
    moved: (held, position) => touches('webhook-moved', moved, held.partnerId, held.hold, position),
    failed: async (held, why) => {
      await run({ name: 'webhook-failed', text: failed, values: [held.partnerId, held.hold, why] })
    },
    set: async (partnerId, url, privateNetwork) => {
      const [row] = await run<{ position: number }>({ name: 'set-webhook', text: set, values: [partnerId, url, privateNetwork] })
      return row?.position ?? null
    },
    remove: (partnerId) => touches('remove-webhook', remove, partnerId),
    replay: (partnerId, position) => touches('replay-webhook', replay, partnerId, position),
    list: async () => (await run<ListedRow>({ name: 'list-webhooks', text: list, values: [] }))
      .map((row) => ({ ...placeIn(row), failingSince: row.failing_since, lastFailure: row.last_failure })),
  }
}
