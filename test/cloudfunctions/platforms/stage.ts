import pg from 'pg'
import { checkDigit } from '@/domain/id-number'
import { openPlatforms, type AskedCheck, type Certificate, type Platforms } from '../../../cloudfunctions/platforms'
import { openMessengers, type Messengers } from '../../../cloudfunctions/platforms/messengers'
import { openDatabase } from '../../../cloudfunctions/repository/database'
import { platformTokensIn } from '../../../cloudfunctions/repository/platform-token'
import { keysFrom } from '../../../cloudfunctions/runtime/keys'
import { logTo } from '../../../cloudfunctions/runtime/log'
import { createDatabase, type TestDatabase } from '../../support/database'
import { startPlatforms, type Platforms as Played } from '../../support/platforms'

/** The platforms' servers, a database of one's own, and any number of instances of ours. */
export interface Stage {
  readonly played: Played
  /** A connection beside the instances', to look at rows and to move time. */
  readonly sql: pg.Client
  /** The clock of the platforms' servers. */
  wait(ms: number): void
  /** Another instance: a pool of connections of its own. `limitMs`: how long it waits for an answer. */
  instance(limitMs?: number): { readonly wechat: NonNullable<Platforms['wechat']>; readonly alipay: NonNullable<Platforms['alipay']>; readonly messengers: Messengers }
  close(): Promise<void>
}

const keys = keysFrom({ dataKeys: [{ id: 'd', bytes: new Uint8Array(16).fill(7) }], hashKeys: [{ id: 'h', bytes: new Uint8Array(32).fill(8) }] })

/** On a database that is given, where no token is kept yet; else on one of its own, which goes with it. */
export const openStage = async (given?: TestDatabase): Promise<Stage> => {
  let now = Date.now()
  const played = await startPlatforms({ now: () => now })
  const database = given ?? (await createDatabase())
  const sql = new pg.Client({ connectionString: database.connectionString })
  await sql.connect()
  await sql.query('delete from platform_token')
  const opened: pg.Pool[] = []

  const instance: Stage['instance'] = (limitMs) => {
    const own = openDatabase(database.connectionString, logTo('silent'))
    opened.push(own.pool)
    const tokens = platformTokensIn(own, keys)
    const { wechat, alipay } = openPlatforms(played.config, tokens, limitMs)
    if (!wechat || !alipay) throw new Error('both platforms are set up')
    return { wechat, alipay, messengers: openMessengers({ ...played.config, messages: played.messages }, tokens, limitMs) }
  }
  const close = async () => {
    await Promise.all(opened.map((pool) => pool.end()))
    await sql.end()
    if (!given) await database.drop()
    await played.close()
  }
  return { played, sql, wait: (ms) => void (now += ms), instance, close }
}

const first17 = '51010019900101001'
export const person: Certificate = { name: '示例公民甲', idNumber: `${first17}${checkDigit(first17)}` }
/** Nobody has an ID number whose last digit does not follow from the others. */
export const nobody: Certificate = { name: '示例公民乙', idNumber: `${first17}${checkDigit(first17) === '1' ? '2' : '1'}` }

export const asked = (check: Pick<AskedCheck, 'outerNumber' | 'ticket'>, platformId: string, over: Partial<AskedCheck> = {}): AskedCheck =>
  ({ outerNumber: check.outerNumber, ticket: check.ticket, person, platformId, phone: 'finished', ...over })

/** What a promise was rejected with. */
export const thrownBy = async (promise: Promise<unknown>): Promise<Error & { readonly code?: unknown }> => {
  const thrown: unknown = await promise.then(() => new Error('expected a refusal'), (reason: unknown) => reason)
  if (!(thrown instanceof Error)) throw new Error('expected an error')
  return thrown
}
