import type MiniProgram from 'miniprogram-automator/out/MiniProgram'

export interface Server {
  /** where the functions answer over HTTP, trusting the OPENID header */
  readonly address: string
  /** who is calling */
  readonly openId: string
}

interface Call {
  name: string
  data: Record<string, unknown>
}

interface Request {
  url: string
  header?: object
  [field: string]: unknown
}

declare const wx: { request: (request: object) => unknown; cloud: { callFunction: (call: Call) => Promise<unknown> } }

/** Sent into the mini-program as text: nothing outside may be named in it. */
function callServer({ address, openId }: Server): void {
  const { request } = wx
  const answered = (call: object) => new Promise((resolve, reject) => request({ ...call, method: 'POST', success: resolve, fail: reject }))
  wx.cloud.callFunction = async ({ name, data: { operation, ...body } }) => {
    const header = { 'content-type': 'application/json', 'x-wx-openid': openId }
    const reply = (await answered({ url: `${address}/${name}/${String(operation)}`, data: body, header })) as { data: unknown }
    return { result: reply.data }
  }
  wx.request = (call) => {
    const { url, ...rest } = call as Request
    return request({ ...rest, url: url.replace(/^https?:\/\/[^/]+/, address) })
  }
}

/** Makes a running WeChat mini-program call these functions, whatever was built in, and starts it again on a page. */
export async function redirectCalls(miniProgram: MiniProgram, server: Server, page: string): Promise<void> {
  await miniProgram.evaluate(callServer, server)
  await miniProgram.callWxMethod('reLaunch', { url: `/${page}` })
}
