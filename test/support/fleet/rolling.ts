import type { DataOf, OperationName, Reply, RequestOf } from '@/contract'
import { createDatabase } from '../database'
import { startPlatforms } from '../platforms'
import { startFleet, type Fleet } from '.'
import { startNginx } from './nginx'
import { fleetSettings } from './settings'

const callerOf = (address: string) => async <Name extends OperationName>(operation: Name, request: RequestOf<Name>, token = ''): Promise<DataOf<Name>> => {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  const response = await fetch(`${address}/${operation}`, { method: 'POST', headers, body: JSON.stringify(request) })
  const reply = (await response.json()) as Reply<DataOf<Name>>
  if (!reply.ok) throw new Error(`${operation}: ${reply.error.code}`)
  return reply.data
}

/** What came of a restart of every host under load. */
export interface Rolled {
  readonly requests: number
  /** Requests that failed, in the words of what was thrown. */
  readonly failed: readonly string[]
  /** Writes that were acknowledged, and were not there when the next host was asked. */
  readonly lost: readonly string[]
  /** Requests that each host answered that there ever was. */
  readonly served: readonly number[]
}

/** Citizens write and read without a pause while every host is replaced, one after the other. */
const rollUnderLoad = async (fleet: Fleet): Promise<Rolled> => {
  const call = callerOf(fleet.address)
  const [failed, lost]: [string[], string[]] = [[], []]
  let [requests, rolling] = [0, true]
  const { token } = await call('session/signIn', { proof: { kind: 'sandbox', citizen: 'lost-by-wechat', door: 'alipay' } })
  const { cards: [card] } = await call('card/list', {}, token)
  const cardId = card?.cardId ?? ''
  const write = async (index: number) => {
    const told = index % 2 === 0
    await call('card/bankTold', { cardId, told, idempotencyKey: `rolling-${index}` }, token)
    if ((await call('card/get', { cardId }, token)).card.bankTold !== told) lost.push(`rolling-${index}`)
    requests += 2
  }
  const read = async () => {
    await call('outlets/banks', { city: 'chengdu' })
    requests += 1
  }
  const goOn = async (work: (index: number) => Promise<void>) => {
    for (let index = 0; rolling; index += 1) await work(index).catch((thrown: unknown) => void failed.push(String(thrown)))
  }
  const load = [goOn(write), goOn(read), goOn(read)]
  await fleet.restartEach().finally(() => { rolling = false })
  await Promise.all(load)
  return { requests, failed, lost, served: fleet.served() }
}

/** So many hosts behind nginx, on a database of their own, with the platforms played: what came of replacing each. */
export const rollWhileServing = async (count: number): Promise<Rolled> => {
  const [database, platforms] = [await createDatabase(), await startPlatforms({ everyone: true })]
  const fleet = await startFleet(count, { ...fleetSettings(database.connectionString), ...platforms.environment }, { before: startNginx })
  try {
    return await rollUnderLoad(fleet)
  } finally {
    await fleet.stop()
    await platforms.close()
    await database.drop()
  }
}
