import { request as httpRequest, type Agent, type IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { once } from 'node:events'

export interface HttpReply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
  readonly json: unknown
}

export interface HttpCall {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly agent?: Agent
}

const read = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** One request over a real connection, with nothing added to it. */
export const http = (url: string, { method = 'POST', headers = {}, body, agent }: HttpCall = {}): Promise<HttpReply> =>
  new Promise((resolve, reject) => {
    const sending = httpRequest(url, { method, headers: { ...headers, ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }) }, ...(agent && { agent }) })
    sending.on('error', reject)
    sending.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json: read(text) })
      })
    })
    sending.end(body)
  })

/** A JSON request as a client sends it. */
export const post = (url: string, body: unknown, over: HttpCall = {}): Promise<HttpReply> =>
  http(url, { ...over, headers: { 'content-type': 'application/json', ...over.headers }, body: JSON.stringify(body) })

/** What a server answers to bytes that are not HTTP. */
export const raw = async (url: string, bytes: string): Promise<string> => {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  let text = ''
  socket.on('data', (chunk: Buffer) => { text += chunk.toString() })
  socket.write(bytes)
  await once(socket, 'close')
  return text
}
