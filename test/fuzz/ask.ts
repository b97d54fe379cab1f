import type { DataOf, OperationName, Reply, RequestOf } from '@/contract'
import { http, type HttpReply } from '../cloudfunctions/host/requests'

/** What a good caller sends over HTTP, and is answered. */
export const ask = (address: URL, name: OperationName, request: object, headers: Readonly<Record<string, string>> = {}): Promise<HttpReply> =>
  http(new URL(`/${name}`, address).href, { headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(request) })

/** The data of its answer; null where it is refused. */
export const dataOf = async <Name extends OperationName>(
  address: URL, name: Name, request: RequestOf<Name>, headers: Readonly<Record<string, string>> = {},
): Promise<DataOf<Name> | null> => {
  const reply = (await ask(address, name, request, headers)).json as Reply<DataOf<Name>>
  return reply.ok ? reply.data : null
}
