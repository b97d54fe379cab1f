import type { SendHttp } from './network'

const loopback = ['127.0.0.1', '::1', '[::1]', 'localhost']

/**
 * Sends the mini-program's requests over real HTTP, never beyond this machine.
 * @param server where the functions listen (`http://127.0.0.1:PORT`); requests to whatever host was built in go there.
 *   Without it, requests must already name this machine.
 */
export function realHttp(server?: string): SendHttp {
  return async ({ url, method, headers, data }) => {
    const address = locate(url, server)
    const hasBody = method !== 'GET' && data !== undefined
    const body = typeof data === 'string' ? data : JSON.stringify(data)
    const reply = await fetch(address, { method, headers, ...(hasBody ? { body } : {}) })
    return { status: reply.status, headers: Object.fromEntries(reply.headers), data: parse(await reply.text()) }
  }
}

function locate(url: string, server: string | undefined): URL {
  const asked = new URL(url)
  const address = server === undefined ? asked : new URL(asked.pathname + asked.search, server)
  if (!loopback.includes(address.hostname)) {
    throw new Error(`notThisMachine: tests reach only this machine, and the mini-program asked for ${address.origin}`)
  }
  return address
}

/** Both platforms parse JSON where they can, and hand over the text where they cannot. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

