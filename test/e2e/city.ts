import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { demoPlatformId, type demoCitizens } from '../../cloudfunctions/session/demo-citizens'
import { createDatabase } from '../support/database'
import { startHost } from '../support/fleet/host'
import { realHttp, startCloud, type Cloud, type HttpRequest, type Platform } from '../support/mini-program'
import { isFields } from '../support/mini-program/platform'
import { startPlatforms, type Platforms } from '../support/platforms'
import { demoCity } from '../support/record/demo-city'
import { demoKeys } from '../support/record/demo-keys'
import { openMiniProgram, type OpenOptions } from './devtools'
import { dumpOf, findPersonalData } from '../security/scan'
import type { Phone } from './phone'

type CloudCall = Parameters<ReturnType<Cloud['callAs']>>[0]
type CitizenId = (typeof demoCitizens)[number]['id']

const functions = path.resolve(__dirname, '../../dist/cloudfunctions')

/** The demo city on a database of its own, with what is built behind HTTP and in WeChat's cloud. */
export interface City {
  /** where the functions answer over HTTP, with the browser preview and the pages for counters and for checking */
  readonly address: string
  readonly databaseUrl: string
  /** what the functions were started with, for an operator's own commands */
  readonly environment: Readonly<Record<string, string>>
  readonly cloud: Cloud
  /** WeChat's and Alipay's servers, as everything here asks them */
  readonly platforms: Platforms
  /** A mini-program in a citizen's hands, who has not signed in yet; closed together with the city. */
  open(platform: Platform, citizen: CitizenId, options?: CityPhoneOptions): Promise<Phone>
  /** What personal data stands in clear in the database, in what the cloud's functions printed, and in the answers that phones got. */
  leaks(): Promise<string[]>
  close(): Promise<void>
}

export interface CityPhoneOptions extends OpenOptions {
  /** the platform's id of whoever is signed in on the phone, where it is not the demo city's for the citizen */
  readonly platformId?: string
}

export interface CityOptions {
  /** whether an OPENID in a header is believed, as DevTools needs, which cannot reach the cloud here */
  readonly trustsHeader?: boolean
}

const inDevTools = Boolean(process.env['WECHAT_DEVTOOLS_CLI'])

const doorOf = { weapp: 'wechat', alipay: 'alipay' } as const

/** Who the phone belongs to, for its platform. */
const phoneOf = ({ play }: Platforms, platform: Platform, platformId: string) => {
  const door = doorOf[platform]
  return {
    login: () => play.login(door, platformId),
    subscribe: (templateId: string) => play.subscribe(door, platformId, templateId),
    face: (...[challenge, outcome]: Parameters<typeof play.face>) => play.face(challenge, outcome, platformId),
  }
}

const written = (keys: ReturnType<typeof demoKeys>['dataKeys']) => keys.map(({ id, bytes }) => `${id}:${Buffer.from(bytes).toString('hex')}`).join(',')

const settings = (databaseUrl: string, dataDir: string, trustsHeader: boolean): Record<string, string> => {
  const key = (bytes: number) => randomBytes(bytes).toString('hex')
  const { dataKeys, hashKeys } = demoKeys()
  return {
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    DATA_KEYS: written(dataKeys),
    HASH_KEYS: written(hashKeys),
    SESSION_KEYS: `test:${key(32)}`,
    RECEIPT_KEYS: `test:${key(32)}`,
    AUDIT_KEYS: `test:${key(32)}`,
    SANDBOX: '1',
    LOG_LEVEL: 'info',
    RATE_LIMIT: '100000000',
    CHECKS_PER_HOUR: '100000000',
    PORT: '0',
    TRUST_WX_OPENID_HEADER: trustsHeader ? '1' : '0',
  }
}

/** A copy of one's own data is asked for in clear, by whoever was checked for it; every other answer masks. */
const isInClear = (url: string, data: unknown) => url.endsWith('/exportData') || (isFields(data) && data['operation'] === 'exportData')

/** The answers on their way to phones, as text. */
const listening = () => {
  const heard: string[] = []
  const hear = <T>(asked: { url: string; data: unknown }, answer: T): T => {
    if (!isInClear(asked.url, asked.data)) heard.push(JSON.stringify(answer))
    return answer
  }
  return { heard: () => heard.join('\n'), hear }
}

const build = async (later: (end: () => Promise<unknown>) => void, { trustsHeader = inDevTools }: CityOptions): Promise<Omit<City, 'close'>> => {
  const database = await createDatabase(demoCity)
  later(database.drop)
  const dataDir = await mkdtemp(path.join(tmpdir(), 'city-'))
  later(() => rm(dataDir, { recursive: true, force: true }))
  // inside WeChat's cloud nobody signs in, and is known all the same
  const platforms = await startPlatforms({ everyone: true })
  later(platforms.close)
  const environment = { ...settings(database.connectionString, dataDir, trustsHeader), ...platforms.environment }
  const served = await startHost({ ...environment, LOG_LEVEL: 'silent' })
  later(served.stop)
  const cloud = startCloud({ dist: functions, env: environment })
  later(cloud.close)
  const { heard, hear } = listening()
  const http = realHttp(served.address)
  const leaks = async () => findPersonalData([await dumpOf(database.connectionString), cloud.printed(), heard()].join('\n'))
  const open: City['open'] = async (platform, citizen, { platformId, ...options } = {}) => {
    const openId = platformId ?? demoPlatformId('wechat', citizen)
    const holder = platformId ?? demoPlatformId(doorOf[platform], citizen)
    const seams = {
      onRequest: async (request: HttpRequest) => hear(request, await http(request)),
      onCloud: async (call: CloudCall) => hear({ url: call.name, data: call.data }, await cloud.callAs(openId)(call)),
      server: { address: served.address, openId }, platformPhone: phoneOf(platforms, platform, holder),
    }
    const phone = await openMiniProgram(platform, { ...seams, ...options })
    later(phone.close)
    return phone
  }
  return { address: served.address, databaseUrl: database.connectionString, environment, cloud, platforms, open, leaks }
}

export const openCity = async (options: CityOptions = {}): Promise<City> => {
  const ends: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const end of ends.splice(0).reverse()) await end()
  }
  try {
    return { ...(await build((end) => void ends.push(end), options)), close }
  } catch (thrown) {
    await close()
    throw thrown
  }
}
