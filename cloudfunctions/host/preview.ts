import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
}
const packed = new Set(['.html', '.js', '.css', '.json', '.svg'])

interface PreviewFile {
  readonly type: string
  readonly body: Buffer
  readonly gz: Buffer | undefined
  readonly etag: string
  /** Its name changes with its content. */
  readonly lasting: boolean
}

const compress = promisify(gzip)
const hashOf = (body: Buffer | string) => createHash('sha256').update(body).digest('base64')

/** A text or a file's bytes as they are served, packed once; undefined where its kind is not served. */
export const fileOf = async (name: string, body: Buffer): Promise<PreviewFile | undefined> => {
  const extension = extname(name)
  const type = types[extension]
  if (!type) return undefined
  const gz = packed.has(extension) ? await compress(body) : undefined
  return { type, body, gz, etag: `"${hashOf(body).slice(0, 27)}"`, lasting: /\.[0-9a-f]{8,}\.\w+$/.test(name) }
}

const readAll = async (folder: string): Promise<Map<string, PreviewFile>> => {
  const files = new Map<string, PreviewFile>()
  for (const { parentPath, name } of (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile())) {
    const path = join(parentPath, name)
    const file = await fileOf(path, await readFile(path))
    if (file) files.set(`/${relative(folder, path).split(sep).join('/')}`, file)
  }
  return files
}

/** The page may run its own files and the scripts written in it, show pictures it has itself (a chosen photo is a `blob:`), and talk to its own host; nothing else. */
const policyOf = (page: string) => {
  const inline = [...page.matchAll(/<script>([^]*?)<\/script>/g)].map(([, script]) => `'sha256-${hashOf(script ?? '')}'`)
  return [
    "default-src 'self'", `script-src ${["'self'", ...inline].join(' ')}`, "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "font-src 'self' data:",
    "connect-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
  ].join('; ')
}

const guards = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
}

/** Sends a file, or that it is still the same. */
export const sendFile = (request: FastifyRequest, reply: FastifyReply, file: PreviewFile, policy: string) => {
  const packs = file.gz && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
  void reply.headers({
    ...guards,
    'content-type': file.type,
    'cache-control': file.lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
    'content-security-policy': policy,
    etag: file.etag,
    vary: 'accept-encoding',
    ...(packs && { 'content-encoding': 'gzip' }),
  })
  if (request.headers['if-none-match'] === file.etag) return reply.code(304).send()
  return reply.send(packs ? file.gz : file.body)
}

/** Serves a folder of pages from memory, beside the functions: one address for both. `at` is where it begins, without a final slash. */
export const servePages = async (server: FastifyInstance, folder: string, at = ''): Promise<void> => {
  const files = await readAll(folder)
  const page = files.get('/index.html')
  if (!page) throw new Error(`${folder} has no index.html: build it first`)
  files.set('/', page)
  const policy = policyOf(page.body.toString())
  // with and without a final slash
  if (at) files.set('', page)
  for (const [path, file] of files) server.get(`${at}${path}`, (request, reply) => sendFile(request, reply, file, policy))
}
