import type { DataOf, OperationName, Reply, RequestOf } from '@/contract'
import { demoPartners } from '../../cloudfunctions/host/demo/partners'
import { signed } from '../support/record/partner'

export const window1 = { id: 'window-1', outlet: 'chengdu.wuhou-agency' } as const

/** Calls an operation over HTTP as a partner of the demo city does, signed; what comes back must be good. */
export const asPartner = (address: string, partnerId: string) => async <Name extends OperationName>(name: Name, request: RequestOf<Name>): Promise<DataOf<Name>> => {
  const partner = demoPartners.find((one) => one.partnerId === partnerId)
  if (!partner) throw new Error(`there is no ${partnerId} in the demo city`)
  const body = JSON.stringify(request)
  const response = await fetch(`${address}/${name}`, { method: 'POST', headers: { 'content-type': 'application/json', ...signed(partner, name, body) }, body })
  const reply = (await response.json()) as Reply<DataOf<Name>>
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`)
  return reply.data
}
