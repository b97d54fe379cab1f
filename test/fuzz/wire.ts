import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import type { RequestInput } from './input'

/** What came back: an answer, or that the connection was closed without one, or that nothing came in time. */
export type Came =
  | { readonly kind: 'answer'; readonly status: number; readonly headers: string; readonly body: string; readonly ms: number }
  | { readonly kind: 'closed'; readonly ms: number }
  | { readonly kind: 'hung'; readonly ms: number }

/** Longer than the host itself waits for a request to be whole. */
const mostMs = 75_000

export const bytesOf = (text: string, encoding: RequestInput['encoding']): Buffer => {
  if (encoding === 'gzip') return gzipSync(text)
  if (encoding === 'broken') return Buffer.concat([Buffer.from(text.slice(0, -3)), Buffer.from([0xff, 0xc3, 0x28]), Buffer.from(text.slice(-3))])
  return Buffer.from(text, encoding)
}

const lengthSaid = ({ framing }: Pick<RequestInput, 'framing'>, { length }: Buffer): readonly (readonly [string, string])[] => {
  switch (framing) {
    case 'whole': return [['content-length', String(length)]]
    case 'more': return [['content-length', String(length + 7)]]
    case 'less': return [['content-length', String(Math.max(0, length - 7))]]
    case 'chunked': return [['transfer-encoding', 'chunked']]
    case 'unsaid': return []
  }
}

const chunked = (body: Buffer): Buffer => Buffer.concat([`${body.length.toString(16)}\r\n`, body, '\r\n0\r\n\r\n'].map((part) => Buffer.from(part)))

/** So many headers as no request of ours has. */
const many = Array.from({ length: 150 }, (_, nth) => [`x-many-${nth}`, 'a'] as const)
const spread = (headers: RequestInput['headers']) => headers.flatMap((one) => (one[0] === 'x-many' ? many : [one]))

/** The bytes of a request; what an input says of a header stands in the place of what it usually says. */
export const written = (input: Pick<RequestInput, 'method' | 'path' | 'headers' | 'framing'>, usual: Readonly<Record<string, string>>, body: Buffer): Buffer => {
  const said = spread(input.headers)
  const given = new Set(said.map(([name]) => name))
  const headers = [...Object.entries({ host: 'localhost', 'content-type': 'application/json', ...usual }), ...lengthSaid(input, body)].filter(([name]) => !given.has(name))
  const lines = [`${input.method} ${input.path} HTTP/1.1`, ...[...headers, ...said].map(([name, value]) => `${name}: ${value}`)]
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), input.framing === 'chunked' && body.length > 0 ? chunked(body) : body])
}

/** An answer that is whole by now; one that only says to go on is none. */
const answerIn = (bytes: Buffer, method: string): Omit<Extract<Came, { kind: 'answer' }>, 'ms'> | null => {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return null
  const headers = bytes.subarray(0, end).toString()
  const rest = bytes.subarray(end + 4)
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(headers)?.[1])
  if (status < 200) return answerIn(rest, method)
  const length = Number(/^content-length: (\d+)/im.exec(headers)?.[1] ?? 0)
  if (method !== 'HEAD' && rest.length < length) return null
  return { kind: 'answer', status, headers, body: method === 'HEAD' ? '' : rest.subarray(0, length).toString() }
}

/** Sends bytes over a connection of their own. Where less comes than was said, the sender then says that it is done. */
export const exchange = (address: URL, bytes: Buffer, { method, framing }: Pick<RequestInput, 'method' | 'framing'>): Promise<Came> =>
  new Promise((resolve) => {
    const started = performance.now()
    const socket = connect(Number(address.port), address.hostname)
    let got = Buffer.alloc(0)
    const end = (came: Omit<Came, 'ms'>) => {
      clearTimeout(timer)
      socket.destroy()
      resolve({ ...came, ms: performance.now() - started } as Came)
    }
    const timer = setTimeout(() => end({ kind: 'hung' }), mostMs)
    socket.on('data', (chunk: Buffer) => {
      got = Buffer.concat([got, chunk])
      const answer = answerIn(got, method)
      if (answer) end(answer)
    })
    socket.on('error', () => undefined)
    socket.on('close', () => end(answerIn(got, method) ?? { kind: 'closed' }))
    if (framing === 'more') socket.end(bytes)
    else socket.write(bytes)
  })
