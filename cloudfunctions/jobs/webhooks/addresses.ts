import { lookup, type LookupAddress, type LookupOptions } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

const listOf = (...networks: readonly (readonly [string, number])[]): BlockList => {
  const list = new BlockList()
  for (const [network, prefix] of networks) list.addSubnet(network, prefix, network.includes(':') ? 'ipv6' : 'ipv4')
  return list
}

const loopback = listOf(['127.0.0.0', 8], ['::1', 128])
/** Networks of one's own: a partner may be there where an operator says so. */
const inside = listOf(['10.0.0.0', 8], ['172.16.0.0', 12], ['192.168.0.0', 16], ['100.64.0.0', 10], ['fc00::', 7])
/** This machine, its neighbours on the cable, and what is nobody's address. */
const never = listOf(
  ['0.0.0.0', 8], ['127.0.0.0', 8], ['169.254.0.0', 16], ['192.0.0.0', 24], ['198.18.0.0', 15], ['224.0.0.0', 3],
  ['::', 127], ['fe80::', 10], ['ff00::', 8], ['64:ff9b::', 96], ['2002::', 16],
)

const isIn = (list: BlockList, address: string): boolean => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** Whether a host, as a URL writes it, is this machine by name or address. */
export const isLoopback = (host: string): boolean => host === 'localhost' || (isIP(host) !== 0 && isIn(loopback, host))

/** Whether we call an address that is not loopback's on purpose. */
export const isReachable = (address: string, privateNetwork: boolean): boolean =>
  !isIn(never, address) && (privateNetwork || !isIn(inside, address))

/** What an address that is not called is known by. */
export const refusedAddress = 'EADDRESSREFUSED'
const refusal = () => Object.assign(new Error('a webhook’s name leads to an address that is not called'), { code: refusedAddress })

type Answer = Parameters<LookupFunction>[2]

const answer = (callback: Answer, { all }: LookupOptions, found: LookupAddress[]) => {
  const [first] = found
  if (all || !first) return callback(null, found)
  return callback(null, first.address, first.family)
}

/** Looks a name up when it is called, not before: whoever owns it could have it lead elsewhere in between. */
export const lookupWithin = (privateNetwork: boolean): LookupFunction => (host, options, callback) =>
  lookup(host, { ...options, all: true }, (error, found) => {
    if (error) return callback(error, [])
    return found.every(({ address }) => isReachable(address, privateNetwork)) ? answer(callback, options, found) : callback(refusal(), [])
  })
