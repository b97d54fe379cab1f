// Calls one operation of the partner API, signed. Node 20 with tsx, or Node 22.18 and later as it is; no packages.
//   CHANNEL_ID=… CHANNEL_SECRET=… API=https://… npx tsx client.ts cardStatus < request.json
//   … npx tsx client.ts --headers cardStatus < request.json    prints the four headers for this body, which count once and for five minutes
// Ends with 0 for {"ok":true}, 1 for {"ok":false}, and 2 where no such answer came. Then, and after fault or busy, it may have been done
// or not: send the same body again, with the same idempotencyKey.
import { createHash, createHmac, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'

const sign = (operation: string, body: string): Record<string, string> => {
  const { CHANNEL_ID: id = '', CHANNEL_SECRET: secret = '' } = process.env
  const [timestamp, nonce] = [String(Math.floor(Date.now() / 1000)), randomUUID()]
  const bodyHash = createHash('sm3').update(body).digest('hex')
  const signed = ['POST', `/channel/${operation}`, timestamp, nonce, bodyHash].join('\n')
  const signature = createHmac('sm3', secret).update(signed).digest('hex')
  return { 'X-Channel-Id': id, 'X-Timestamp': timestamp, 'X-Nonce': nonce, 'X-Signature': signature }
}

/** Sends the very text that was signed: JSON written anew may differ in a space. */
const send = async (operation: string, body: string): Promise<number> => {
  const response = await fetch(`${process.env.API}/channel/${operation}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...sign(operation, body) },
    body,
    signal: AbortSignal.timeout(15_000),
  })
  const reply = await response.text()
  process.stdout.write(`${reply}\n`)
  const { ok } = JSON.parse(reply) as { ok: unknown }
  return ok === true ? 0 : 1
}

const main = async (): Promise<number> => {
  const given = process.argv.slice(2)
  const [operation, argument] = given.filter((word) => word !== '--headers')
  const missing = ['CHANNEL_ID', 'CHANNEL_SECRET', 'API'].filter((name) => !process.env[name])
  if (!operation || missing.length > 0) throw new Error(`usage: client.ts [--headers] <operation> [json]${missing.map((name) => `; ${name} is not set`).join('')}`)
  // on standard input no one else on this machine sees whom it is about
  const body = (argument ?? readFileSync(0, 'utf8')).trim()
  if (!given.includes('--headers')) return send(operation, body)
  for (const [name, value] of Object.entries(sign(operation, body))) process.stdout.write(`${name}: ${value}\n`)
  return 0
}

main().then((code) => { process.exitCode = code }, (reason: unknown) => {
  process.stderr.write(`${reason instanceof Error ? reason.message : 'no answer'}\n`)
  process.exitCode = 2
})
