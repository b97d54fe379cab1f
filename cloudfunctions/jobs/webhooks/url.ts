import { isIP } from 'node:net'
import { isLoopback, isReachable } from './addresses'

/** The host of a URL without the brackets of an IPv6 address. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '')

const faultOf = (url: URL, privateNetwork: boolean): string | null => {
  const host = hostOf(url)
  if (url.username !== '' || url.password !== '') return 'A webhook’s URL holds no name or password: what is sent is signed.'
  if (url.hash !== '') return 'A webhook’s URL has no part behind a #, which is never sent.'
  if (isLoopback(host)) return url.protocol === 'http:' || url.protocol === 'https:' ? null : 'A webhook’s URL begins with https://.'
  if (url.protocol !== 'https:') return 'A webhook’s URL begins with https://; with http:// it is on this machine alone.'
  if (isIP(host) !== 0 && !isReachable(host, privateNetwork))
    return 'A webhook’s address is a public one; --private-network allows one inside your own network as well.'
  return null
}

/** Where to call; throws a sentence where nothing is sent to. Names are looked up when they are called. */
export const webhookUrl = (text: string, privateNetwork: boolean): URL => {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url) throw new Error('A webhook’s URL is a whole one, such as https://partner.example/events.')
  const fault = faultOf(url, privateNetwork)
  if (fault !== null) throw new Error(fault)
  return url
}
