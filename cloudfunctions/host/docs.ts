import type { FastifyInstance } from 'fastify'
import { openApi } from './openapi'
import { fileOf, sendFile, servePages } from './preview'

/** A document runs nothing. */
const policy = "default-src 'none'; frame-ancestors 'none'"

const makeDocument = async () => {
  const file = await fileOf('openapi.json', Buffer.from(JSON.stringify(openApi())))
  if (!file) throw new TypeError('JSON is served')
  return file
}

/** The API as it is read by machines, at `/openapi.json`, and from a folder the page to read and try it, at `/docs`. */
export const serveDocs = async (server: FastifyInstance, folder: string | undefined): Promise<void> => {
  let made: ReturnType<typeof makeDocument> | undefined
  server.get('/openapi.json', async (request, reply) => sendFile(request, reply, await (made ??= makeDocument()), policy))
  if (folder) await servePages(server, folder, '/docs')
}
