import { isIP } from 'node:net'
import type { Check, Shipment } from './shipment'

/** What libraries have in their texts and never call. */
const textsOfLibraries = ['http://www.w3.org', 'https://reactjs.org', 'https://taro.com']

/** A domain, under a certificate: https://developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html */
const isAllowed = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : null
  return url !== null && url.protocol === 'https:' && url.hostname.includes('.') && isIP(url.hostname.replace(/^\[|\]$/g, '')) === 0 && !text.endsWith('/')
}

/** WeChat's own cloud is called without a domain. */
const callsCloud = ({ platform, built }: Shipment): boolean => platform === 'weapp' && built?.CLOUD_CALLS === 'on'

export const called: Check = (shipment) => {
  const { environment: { API_BASE, CLOUD_ENV }, built } = shipment
  if (!built) return []
  if (callsCloud(shipment)) return built.CLOUD_ENV === '' || built.CLOUD_ENV !== CLOUD_ENV ? ['CLOUD_ENV is not what the bundle was built with: set it to the cloud environment, and build again.'] : []
  if (!API_BASE || !isAllowed(API_BASE)) return ['API_BASE is no https:// address of a domain, without a slash at its end: an IP address or this machine is refused by the shops.']
  return built.API_BASE === API_BASE ? [] : ['API_BASE is another address than the bundle was built with: build again.']
}

const hostsIn = (code: string): string[] => [...new Set([...code.matchAll(/https?:\/\/[\w.-]+(?::\d+)?/g)].map(([found]) => found))]

/** What stands in the code is what may be called, and nothing else. */
export const strangers: Check = ({ bundle, built }) => {
  const known = [...textsOfLibraries, ...(built && URL.canParse(built.API_BASE) ? [new URL(built.API_BASE).origin] : [])]
  return hostsIn(bundle.code).filter((host) => !known.includes(host)).map((host) => `${host} stands in the code: it is no address of API_BASE.`)
}

/** What the console was told is what is called. */
export const consoleDomains: Check = (shipment) => {
  const { shop: { requestDomains }, environment: { API_BASE = '' }, platform } = shipment
  const wanted = callsCloud(shipment) || !isAllowed(API_BASE) ? [] : [new URL(API_BASE).origin]
  const missing = wanted.filter((domain) => !requestDomains.includes(domain)).map((domain) => `${domain} is not noted as a request domain of ${platform}: enter it in the console, then in config/ship/shops.json.`)
  return [...missing, ...['uploadFile', 'downloadFile', 'connectSocket'].filter((api) => new RegExp(`\\.${api}\\b`).test(shipment.bundle.code))
    .map((api) => `${api} is called: the console wants its domains apart, and nothing here needs it.`)]
}
