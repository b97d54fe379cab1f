import dns, { type LookupAddress } from 'node:dns'
import { isReachable, lookupWithin } from '../../../cloudfunctions/jobs/webhooks/addresses'
import { post } from '../../../cloudfunctions/jobs/webhooks/post'
import { webhookUrl } from '../../../cloudfunctions/jobs/webhooks/url'
import { receiver } from '../../support/webhook'

test.each([
  'https://partner.example/events', 'https://partner.example:8443/a?b=c', 'https://203.0.113.7/events', 'https://[2001:db8::7]/', 'http://localhost:9000/', 'http://127.0.0.1:9000/a',
  'http://[::1]:9000/', 'https://localhost/',
])('%s can be called', (url) => {
  expect(webhookUrl(url, false).href).toBe(url)
})

test.each([
  ['not a URL', 'partner.example/events'],
  ['in clear', 'http://partner.example/events'],
  ['in clear, by a name that only begins like this machine’s', 'http://localhost.partner.example/'],
  ['of another scheme', 'ftp://localhost/'],
  ['with a name and password', 'https://us:secret@partner.example/'],
  ['with a part that is never sent', 'https://partner.example/#a'],
  ['in our own network', 'https://10.1.2.3/'],
  ['in our own network, written otherwise', 'https://0xc0a80001/'],
  ['in our own network, within IPv6', 'https://[::ffff:192.168.0.1]/'],
  ['of a cloud’s own data', 'https://169.254.169.254/'],
  ['of every interface', 'https://0.0.0.0/'],
])('a URL %s is refused', (_what, url) => {
  expect(() => webhookUrl(url, false)).toThrow('webhook')
})

test('an operator can allow what is in the own network, and nothing nearer', () => {
  expect(['10.1.2.3', '172.16.0.1', '192.168.0.1', 'fd00::1'].map((address) => isReachable(address, true))).toEqual([true, true, true, true])
  expect(['127.0.0.1', '::1', '169.254.169.254', 'fe80::1', '::ffff:127.0.0.1', '0.0.0.0'].map((address) => isReachable(address, true))).toEqual(Array(6).fill(false))
  expect(() => webhookUrl('http://10.1.2.3/', true)).toThrow('https://')
  expect(webhookUrl('https://10.1.2.3/', true).hostname).toBe('10.1.2.3')
})

test('a name that leads to an address that is not called is not called either, whatever it led to before', async () => {
  const found = await new Promise<unknown>((resolve) => lookupWithin(true)('localhost', {}, (error, address) => resolve(error ?? address)))
  expect(found).toMatchObject({ code: 'EADDRESSREFUSED' })
})

test('a name that leads elsewhere is called there', async () => {
  const look = (all: boolean) => new Promise<string | LookupAddress[]>((resolve, reject) =>
    lookupWithin(false)('203.0.113.7', { all }, (error, address) => (error ? reject(error) : resolve(address))))
  expect([await look(true), await look(false)]).toEqual([[{ address: '203.0.113.7', family: 4 }], '203.0.113.7'])
})

test('a name that has come to lead to this machine is not called', async () => {
  const at = await receiver('p', [])
  const { port, pathname } = new URL(at.url)
  const posted = { url: new URL(`http://partner.example:${port}${pathname}`), privateNetwork: true, headers: {}, body: '{}', timeoutMs: 5_000 }
  const found: LookupAddress[] = [{ address: '127.0.0.1', family: 4 }]
  jest.spyOn(dns, 'lookup').mockImplementation(((_host: string, _options: object, callback: (error: null, found: LookupAddress[]) => void) =>
    callback(null, found)) as typeof dns.lookup)
  expect(await post(posted)).toBe('privateAddress')
  jest.restoreAllMocks()
  expect([at.read, at.wrong]).toEqual([[], []])
  await at.close()
})
