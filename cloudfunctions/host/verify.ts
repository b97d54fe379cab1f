import type { FastifyInstance } from 'fastify'
import { publishedKeys } from '../documents/receipt-keys'
import type { Key } from '../runtime/key-list'
import { fileOf, sendFile, servePages } from './preview'

/** A document runs nothing. */
const policy = "default-src 'none'; frame-ancestors 'none'"

const makeDocument = async (keys: readonly Key[]) => {
  const file = await fileOf('keys.json', Buffer.from(JSON.stringify(publishedKeys(keys))))
  if (!file) throw new TypeError('JSON is served')
  return file
}

/** The keys that receipts are checked with, at `/verify/keys.json`, and from a folder the page that does so, at `/verify`. */
export const serveVerify = async (server: FastifyInstance, folder: string | undefined, keys: readonly Key[]): Promise<void> => {
  let made: ReturnType<typeof makeDocument> | undefined
  server.get('/verify/keys.json', async (request, reply) => sendFile(request, reply, await (made ??= makeDocument(keys)), policy))
  if (folder) await servePages(server, folder, '/verify')
}
