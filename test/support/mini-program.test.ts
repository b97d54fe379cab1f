import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'

import { openMiniProgram, type OpenOptions } from '../e2e/devtools'
import type { Phone } from '../e2e/phone'
import { realHttp, startCloud, type Platform, type PlatformPhone } from './mini-program'

const fixture = path.join(__dirname, 'mini-program/fixture')
const platforms: Platform[] = ['weapp', 'alipay']

const open: Phone[] = []

async function phone(platform: Platform = 'weapp', options: OpenOptions = {}): Promise<Phone> {
  const opened = await openMiniProgram(platform, { dist: fixture, ...options })
  open.push(opened)
  return opened
}

/** Calls a method of the page on top. */
async function call(opened: Phone, method: string, ...args: unknown[]): Promise<unknown> {
  const result: unknown = await (await opened.page()).callMethod(method, ...args)
  return result
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((opened) => opened.close()))
})

describe.each(platforms)('a %s mini-program', (platform) => {
  it('is read, tapped and typed into through the published automator', async () => {
    const citizen = await phone(platform)
    await citizen.tapText('Add')
    await citizen.tap('button')
    await citizen.fill('input', '王小明')
    expect(await citizen.text()).toContain('count 2')
    expect(await citizen.text()).toContain('hello 王小明')
    expect(await (await citizen.element('input')).value()).toBe('王小明')
    expect(citizen.errors()).toEqual([])
  })

  it('does nothing on a tap on a disabled button', async () => {
    const citizen = await phone(platform)
    await citizen.tapText('Full')
    expect(await citizen.text()).toContain('count 0')
  })

  it('does not read aloud what is hidden', async () => {
    expect(await (await phone(platform)).text()).not.toContain('unseen')
  })

  it('names the text it does not find, and what the screen says instead', async () => {
    await expect((await phone(platform)).tapText('Fly')).rejects.toThrow(/"Fly"[^]*count 0/)
  })

  it('keeps a dialog open until it is answered', async () => {
    const citizen = await phone(platform)
    await call(citizen, 'confirm')
    expect(citizen.host.dialogs.open).toMatchObject({ title: 'Sure?', choices: ['确定', '取消'] })
    await citizen.answerDialog('cancel')
    await citizen.waitForText('no')
    await call(citizen, 'confirm')
    await citizen.answerDialog('confirm')
    await citizen.waitForText('yes')
  })

  it('finds its storage again on the same phone only', async () => {
    const storage = new Map<string, unknown>()
    await call(await phone(platform, { storage }), 'remember', 'a note')
    expect(await call(await phone(platform, { storage }), 'recall')).toBe('a note')
    expect(await call(await phone(platform), 'recall')).not.toBe('a note')
  })
})

describe('what the host records', () => {
  it('counts updates and their bytes', async () => {
    const citizen = await phone()
    const { journal } = citizen.host
    const before = journal.setData.length
    await citizen.tapText('Add')
    expect(journal.weightSince(before)).toEqual({ calls: 2, bytes: '{"count":1}{"outer":1}'.length })
  })

  it.each([
    ['throwing', /thrown in a handler/],
    ['throwingLater', /timer: Error: thrown in a handler/],
    ['rejecting', /unhandled rejection: Error: nobody catches this/],
    ['complaining', /console\.error: something is wrong {"code":7}/],
    ['asking', /unknownApi: the host has no wx\.readMyMind/],
    ['compiling', /EvalError/],
  ])('puts %s among the errors', async (method, expected) => {
    const citizen = await phone()
    await call(citizen, method)
    expect(citizen.errors()).toEqual([expect.stringMatching(expected)])
  })

  it('finds nothing wrong with a rejection that is caught, nor with the usual way to the global object', async () => {
    const citizen = await phone()
    await call(citizen, 'rejectingCaught')
    expect(await call(citizen, 'globalByString')).toBe(true)
    expect(citizen.errors()).toEqual([])
  })

  it('gives the mini-program none of the browser or Node', async () => {
    expect(await call(await phone(), 'world')).toEqual(Array(5).fill('undefined'))
  })
})

describe('events', () => {
  it('go outwards from what was tapped, until something catches them', async () => {
    const citizen = await phone()
    await citizen.tapText('Add')
    expect(await citizen.text()).toContain('outer 1')
    await citizen.tapText('Caught')
    const text = await citizen.text()
    expect(text).toContain('count 2')
    expect(text).toContain('outer 1')
  })
})

describe('pages', () => {
  const second = '/pages/second/index'

  it('live in the order the platform has', async () => {
    const citizen = await phone()
    const { miniProgram, host } = citizen
    await miniProgram.callWxMethod('navigateTo', { url: `${second}?a=1&b=%E5%8D%A1` })
    expect((await citizen.page()).query).toEqual({ a: '1', b: '%E5%8D%A1' })
    await citizen.back()
    await host.hide()
    await host.show()
    await miniProgram.callWxMethod('redirectTo', { url: second })
    await miniProgram.callWxMethod('reLaunch', { url: '/pages/home/index' })
    const opened = (name: string) => [`${name} onLoad`, `${name} onShow`, `${name} onReady`]
    expect(await call(citizen, 'lives')).toEqual([
      ...['app launch', 'app show', ...opened('home'), 'home onHide', ...opened('second')],
      ...['second onUnload', 'home onShow', 'home onHide', 'app hide', 'app show', 'home onShow'],
      ...['home onUnload', ...opened('second'), 'second onUnload', ...opened('home')],
    ])
  })

  it('refuse to go back from the first, or to what does not exist', async () => {
    const citizen = await phone()
    await expect(citizen.back()).rejects.toThrow('cannot navigate back at first page')
    await expect(citizen.miniProgram.callWxMethod('navigateTo', { url: '/pages/none' })).rejects.toThrow('page "pages/none" is not found')
  })
})

describe('the phone', () => {
  it('tells its theme and text size', async () => {
    const citizen = await phone('weapp', { device: { fontSizeScaleFactor: 1.5 } })
    await citizen.host.setTheme('dark')
    expect(await call(citizen, 'look')).toEqual({ theme: 'dark', fontSizeScaleFactor: 1.5 })
  })
})

describe('requests', () => {
  let server: Server
  let address: string
  let silent = false

  beforeAll(async () => {
    server = createServer((request, reply) => {
      if (silent) return
      reply.writeHead(409, { 'content-type': 'application/json' }).end(JSON.stringify({ path: request.url }))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })

  afterAll(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })

  it('succeed in WeChat whatever the status, and fail in Alipay with the reply inside', async () => {
    const onRequest = realHttp(address)
    const weapp = await phone('weapp', { onRequest })
    await call(weapp, 'ask', 'https://api.example/card/get')
    expect(await weapp.text()).toContain('{"statusCode":409,"data":{"path":"/card/get"}}')
    const alipay = await phone('alipay', { onRequest })
    await call(alipay, 'ask', 'https://api.example/card/get')
    expect(await alipay.text()).toContain('{"error":19,"status":409,"data":{"path":"/card/get"}}')
    expect(alipay.host.journal.requests).toEqual([{ what: 'POST /card/get', status: 409 }])
  })

  it('never leave this machine', async () => {
    const citizen = await phone()
    await call(citizen, 'ask', 'https://api.example/card/get')
    expect(citizen.errors()).toEqual([expect.stringContaining('notThisMachine')])
  })

  it.each(platforms)('fail without network in %s', async (platform) => {
    const citizen = await phone(platform)
    await citizen.host.setOnline(false)
    await call(citizen, 'ask', address)
    expect(await citizen.text()).toMatch(platform === 'weapp' ? /"errMsg":"request:fail/ : /"error":12/)
    expect(citizen.errors()).toEqual([])
  })

  it('can be answered when the test says so', async () => {
    const citizen = await phone()
    const held = citizen.host.network.hold()
    await call(citizen, 'ask', address)
    await held.arrived
    expect(await citizen.text()).not.toContain('409')
    held.release()
    await citizen.waitForText('409')
    expect(held.count()).toBe(1)
  })

  it('are named when they keep the host from settling', async () => {
    silent = true
    const citizen = await phone('weapp', { settleLimitMs: 50 })
    await expect(call(citizen, 'ask', `${address}/slow`)).rejects.toThrow(/notSettled: .* POST \/slow \(for \d+ ms\)/)
    silent = false
  })
})

describe('who holds the phone', () => {
  const challenges = { weapp: { provider: 'wechat', verifyId: 'check-1' }, alipay: { provider: 'alipay', certifyId: 'check-1', url: 'https://signed.example/page' } } as const
  const given = { weapp: ['check-1'], alipay: ['check-1', 'https://signed.example/page'] }
  const platformPhone = (seen: unknown[] = []): PlatformPhone => ({
    login: async () => 'code-1',
    subscribe: async (templateId) => void seen.push(templateId),
    face: async (challenge, outcome) => void seen.push([challenge, outcome]),
  })

  it.each(platforms)('is told by a code of the platform in %s', async (platform) => {
    const citizen = await phone(platform, { platformPhone: platformPhone() })
    await call(citizen, 'takeCode')
    expect(await citizen.text()).toContain('code-1')
  })

  it.each(platforms)('has a made-up code where there is no platform in %s', async (platform) => {
    const citizen = await phone(platform)
    await call(citizen, 'takeCode')
    expect(await citizen.text()).toMatch(/host-(login|auth)-code/)
  })

  it.each([
    ['weapp', 'passed', '{"errMsg":"requestFacialVerify:ok","errCode":0}'],
    ['weapp', 'pending', '{"errMsg":"requestFacialVerify:ok","errCode":0}'],
    ['weapp', 'failed', '{"errMsg":"requestFacialVerify:fail face mismatch","errCode":10004}'],
    ['weapp', 'cancelled', '{"errMsg":"requestFacialVerify:fail cancel","errCode":90004}'],
    ['alipay', 'passed', '{"resultStatus":"9000","result":{"certifyId":"check-1"}}'],
    ['alipay', 'failed', '{"resultStatus":"4000","result":{"certifyId":"check-1","errorCode":"FACE_MISMATCH"}}'],
    ['alipay', 'cancelled', '{"resultStatus":"6001","result":null}'],
    ['alipay', 'pending', '{"resultStatus":"6002","result":null}'],
  ] as const)('is looked at by the platform in %s: %s', async (platform, face, answer) => {
    const seen: unknown[] = []
    const citizen = await phone(platform, { platformPhone: platformPhone(seen), device: { face } })
    await call(citizen, 'showFace', ...given[platform])
    expect(await citizen.text()).toContain(answer)
    expect(seen).toEqual([[challenges[platform], face]])
  })

  it.each(platforms)('is not looked at without network in %s', async (platform) => {
    const seen: unknown[] = []
    const citizen = await phone(platform, { platformPhone: platformPhone(seen) })
    await citizen.host.setOnline(false)
    await call(citizen, 'showFace', ...given[platform])
    expect(await citizen.text()).toMatch(/90007|6002/)
    expect(seen).toEqual([])
  })

  it.each(platforms)('is not looked at for a check that the platform does not know in %s', async (platform) => {
    const face = () => Promise.reject(new Error('notPlayed: unknown'))
    const citizen = await phone(platform, { platformPhone: { ...platformPhone(), face } })
    await call(citizen, 'showFace', ...given[platform])
    expect(await citizen.text()).toMatch(/requestFacialVerify:fail notPlayed|"resultStatus":"4000"/)
  })
})

describe('leave to send messages', () => {
  it('is asked for by WeChat only within a tap', async () => {
    const citizen = await phone('weapp')
    await call(citizen, 'askLeave', ['template-1'])
    expect(await citizen.text()).toContain('requestSubscribeMessage:fail can only be invoked by user TAP gesture.')
    await citizen.tapText('Messages')
    expect(await citizen.text()).toContain('{"errMsg":"requestSubscribeMessage:ok","template-1":"accept"}')
  })

  it('is asked for three templates at once at most', async () => {
    const weapp = await phone('weapp')
    await weapp.tapText('Many')
    expect(await weapp.text()).toContain('"errCode":20003')
    const alipay = await phone('alipay')
    await call(alipay, 'askLeave', ['1', '2', '3', '4'])
    expect(await alipay.text()).toContain('"errorCode":203')
  })
})

describe("WeChat's cloud", () => {
  it('runs the built functions and tells each who calls, also at once', async () => {
    const cloud = startCloud({ dist: path.join(fixture, 'cloud') })
    const citizens = await Promise.all(['first', 'second', 'third'].map((openId) => phone('weapp', { onCloud: cloud.callAs(openId) })))
    await Promise.all(citizens.map((citizen) => call(citizen, 'askCloud')))
    const answers = await Promise.all(citizens.map(async (citizen) => (await (await citizen.element('.answer')).text())))
    expect(answers).toEqual(['first', 'second', 'third'])
    expect(citizens[0]?.host.journal.requests).toEqual([{ what: 'cloud who/me' }])
    await cloud.close()
  })
})
