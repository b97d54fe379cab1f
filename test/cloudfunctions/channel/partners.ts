import * as v from 'valibot'
import { replyOf, statusOf, type DataOf, type RequestOf } from '@/contract'
import { channelOperations } from '@/contract/channel'
import { acceptReissue } from '../../../cloudfunctions/channel/accept-reissue'
import { bankReleased } from '../../../cloudfunctions/channel/bank-released'
import { bankReported } from '../../../cloudfunctions/channel/bank-reported'
import { cardStatus } from '../../../cloudfunctions/channel/card-status'
import { closeDispute } from '../../../cloudfunctions/channel/close-dispute'
import { disputes } from '../../../cloudfunctions/channel/disputes'
import { history } from '../../../cloudfunctions/channel/history'
import { linkGuardian } from '../../../cloudfunctions/channel/link-guardian'
import { releaseLoss } from '../../../cloudfunctions/channel/release-loss'
import { reportLoss } from '../../../cloudfunctions/channel/report-loss'
import { setServicePassword } from '../../../cloudfunctions/channel/set-service-password'
import type { DefinedOperation } from '../../../cloudfunctions/runtime/define-operation'
import { codeOf, failureOf } from '../../../cloudfunctions/runtime/errors'
import type { Partner } from '../../../cloudfunctions/runtime/partner'
import type { Services } from '../../../cloudfunctions/runtime/services'
import type { Answer, TestRecord } from '../../support/record'

/*
 * Partners as they are once their signature has been believed: what they may do to a card is tried here, how they are known elsewhere.
 */

type Name = Exclude<keyof typeof channelOperations, 'channel/voice' | 'channel/events'>

const given: { readonly [Of in Name]: DefinedOperation<Of> } = {
  'channel/cardStatus': cardStatus,
  'channel/history': history,
  'channel/reportLoss': reportLoss,
  'channel/releaseLoss': releaseLoss,
  'channel/acceptReissue': acceptReissue,
  'channel/bankReported': bankReported,
  'channel/bankReleased': bankReleased,
  'channel/setServicePassword': setServicePassword,
  'channel/linkGuardian': linkGuardian,
  'channel/disputes': disputes,
  'channel/closeDispute': closeDispute,
}

/** A partner, and the services of the record that it calls. */
export interface Called extends Partner {
  readonly services: Services
}

let made = 0
const insert = 'insert into partner (partner_id, name, channel, bank, cities, operations, per_minute, made_at) values ($1, $2, $3, $4, $5, $6, 1000000, 1)'

/** A partner of a record, of Chengdu and Beijing and let do everything, but for what is said. */
export const partner = async ({ sql, services }: TestRecord, over: Partial<Partner> & Pick<Partner, 'channel'>): Promise<Called> => {
  made += 1
  const one: Partner = {
    partnerId: `partner-${made}`, name: `示例伙伴${made}`, bank: over.channel === 'bank' ? 'icbc' : null, cities: ['chengdu', 'beijing'],
    operations: Object.keys(given), staff: null, ...over,
  }
  await sql.query(insert, [one.partnerId, one.name, one.channel, one.bank, one.cities, one.operations])
  return { ...one, services }
}

const cookies = { get: () => undefined, set: () => undefined, toSet: () => [] }

/** What the wire would carry, which must be of the contract's shape and hold nothing beside it. */
const exact = <Of extends Name>(name: Of, data: DataOf<Of>): DataOf<Of> => {
  const reply: unknown = JSON.parse(JSON.stringify({ ok: true, data }))
  expect(v.parse(replyOf<v.GenericSchema>(channelOperations[name].data), reply)).toEqual(reply)
  return data
}

/** Calls an operation as a partner that is known. */
export const callAs = async <Of extends Name>({ services, ...caller }: Called, name: Of, request: RequestOf<Of>): Promise<Answer<Of>> => {
  try {
    const operation: DefinedOperation<Of> = given[name]
    const data = await operation.answer(request, { ...services, caller, cookies, requestId: 'a-request', address: undefined })
    return { ok: true, data: exact(name, data), status: 200 }
  } catch (thrown) {
    const error = failureOf(thrown, 'a-request')
    if (error.code !== codeOf(thrown)) throw thrown
    return { ok: false, error, status: statusOf(error.code) }
  }
}
