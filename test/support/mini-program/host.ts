import path from 'node:path'

import { Album } from './album'
import { platformApis } from './apis'
import { Listeners, type ApiContext, type Apis } from './apis/context'
import { usualDevice, type Device } from './device'
import { Dialogs } from './dialogs'
import { realHttp } from './http'
import { Journal, type LogType } from './journal'
import { Network, type CallCloud, type SendHttp } from './network'
import { Pages } from './pages'
import type { PlatformPhone } from './platform-phone'
import { namespaces, type Fields, type Platform } from './platform'
import { Sandbox } from './sandbox'
import { axmlRenderer } from './screen/axml'
import { fire, tap } from './screen/events'
import { innerText } from './screen/inner-text'
import { Screen } from './screen/screen'
import { wxmlRenderer } from './screen/wxml'
import { Timers } from './timers'
import { Work } from './work'

export interface HostOptions {
  platform: Platform
  /** the built bundle: `dist/weapp` or `dist/alipay` */
  dist: string
  /** where requests go; by default over real HTTP to this machine */
  onRequest?: SendHttp
  /** what answers `wx.cloud.callFunction` */
  onCloud?: CallCloud
  /** who the platform gives sign-in codes for, and has look into the camera; without it codes are made up and there is no face check */
  platformPhone?: PlatformPhone
  device?: Partial<Device>
  /** the phone's storage; give the same map again to open the mini-program a second time on one phone */
  storage?: Map<string, unknown>
  /** further platform APIs, or others in place of ours */
  apis?: (context: ApiContext) => Apis
  /** how long settling may take, ms */
  settleLimitMs?: number
}

const logTypes: LogType[] = ['log', 'info', 'debug', 'warn', 'error']

/** Runs one built mini-program, as a phone would. */
export class Host {
  readonly journal = new Journal()
  readonly work = new Work()
  readonly network = new Network(this.work, this.journal)
  readonly dialogs = new Dialogs()
  readonly gesture = { active: false }
  readonly album = new Album()
  readonly pages: Pages
  readonly screen: Screen
  readonly sandbox: Sandbox
  readonly device: Device
  /** the `wx` or `my` the mini-program sees */
  readonly api: Fields
  private readonly timers = new Timers(this.work, this.journal)
  private readonly listeners = new Listeners(this.journal)
  private readonly settleLimitMs: number
  private readonly dist: string
  private app: Fields = {}
  private registered: Fields = {}

  constructor(options: HostOptions) {
    const { platform } = options
    this.dist = path.resolve(options.dist)
    this.settleLimitMs = options.settleLimitMs ?? 10_000
    this.device = { ...usualDevice, ...options.device }
    this.sandbox = new Sandbox(platform, this.globals(), (reason) => this.journal.fault('unhandled rejection', reason))
    const { dist, sandbox, journal, work } = this
    this.pages = new Pages({ dist, sandbox, journal, work, registered: () => this.registered })
    this.api = this.platformObject(options)
    this.sandbox.context[namespaces[platform]] = this.api
    this.screen = new Screen(this.pages, platform === 'weapp' ? wxmlRenderer(dist) : axmlRenderer(dist))
  }

  /** Starts the app and opens a page (`pages/card/index?cardId=1`; the first one by default); resolves when all is quiet. */
  async launch(url: string = this.pages.first): Promise<void> {
    this.sandbox.require(path.join(this.dist, 'app.js'))
    this.tellApp('onLaunch')
    this.tellApp('onShow')
    this.pages.navigateTo(url)
    await this.settle()
  }

  /** Resolves when no request, platform call, timer or update is left; rejects with what is still pending. */
  settle(): Promise<void> {
    return this.work.idle(this.settleLimitMs)
  }

  /** Resolves as soon as `holds` is true, looked at after each update; rejects with the screen's text after `limitMs`. */
  async until(holds: () => boolean, what: string, limitMs: number = this.settleLimitMs): Promise<void> {
    if (holds()) return
    await new Promise<void>((resolve, reject) => {
      const end = (tell: () => void) => {
        clearTimeout(timer)
        stop()
        tell()
      }
      const stop = this.pages.onChange(() => holds() && end(resolve))
      const late = () => new Error(`neverCame: ${what} did not come within ${limitMs} ms; the screen says:\n${this.text()}`)
      const timer = setTimeout(() => end(() => reject(late())), limitMs)
    })
  }

  /** What the page on top says, a line for each block. */
  text(): string {
    return innerText(this.screen.root)
  }

  /** Taps an element of the screen, and waits until what follows is done. */
  async tap(element: Element): Promise<void> {
    this.gesture.active = true
    tap(this, element)
    this.gesture.active = false
    await this.settle()
  }

  /** Fires any event on an element (`input` with `{value}`), and waits until what follows is done. */
  async fire(element: Element, type: string, detail?: unknown): Promise<void> {
    fire(this, element, type, detail)
    await this.settle()
  }

  /** The citizen leaves the app for another. */
  async hide(): Promise<void> {
    this.pages.call(this.pages.top, 'onHide')
    this.tellApp('onHide')
    this.listeners.tell('AppHide')
    await this.settle()
  }

  /** … and comes back. */
  async show(): Promise<void> {
    this.tellApp('onShow')
    this.listeners.tell('AppShow', this.entry())
    this.pages.call(this.pages.top, 'onShow')
    await this.settle()
  }

  /** Cuts the network, or mends it. */
  async setOnline(online: boolean): Promise<void> {
    this.network.online = online
    const networkType = online ? 'wifi' : 'none'
    this.listeners.tell('NetworkStatusChange', this.sandbox.copy({ isConnected: online, networkType, networkAvailable: online }))
    await this.settle()
  }

  async setTheme(theme: Device['theme']): Promise<void> {
    this.device.theme = theme
    this.listeners.tell('ThemeChange', this.sandbox.copy({ theme }))
    await this.settle()
  }

  /** Stops every timer of the mini-program. */
  close(): void {
    this.timers.close()
  }

  private globals(): Fields {
    const print = (type: LogType) => (...args: unknown[]) => this.journal.log(type, args)
    return {
      ...this.timers.globals(),
      console: Object.fromEntries(logTypes.map((type) => [type, print(type)])),
      App: (app: Fields) => void (this.app = app),
      Page: (page: Fields) => void (this.registered = page),
      Component: (component: Fields) => void (this.registered = component),
      Behavior: (behavior: Fields) => behavior,
      getApp: () => this.app,
      getCurrentPages: () => this.pages.stack,
    }
  }

  private platformObject({ platform, onRequest, onCloud, platformPhone, storage, apis }: HostOptions): Fields {
    const { sandbox, journal, work, pages, gesture, network, dialogs, device, listeners, album } = this
    const seams = {
      onRequest: onRequest ?? realHttp(),
      onCloud: onCloud ?? (({ name }) => Promise.reject(new Error(`noCloud: nothing answers the cloud function ${name} here`))),
      platformPhone,
    }
    const find = (selector: string) => this.screen.find(selector)
    const context: ApiContext = { platform, sandbox, journal, work, pages, gesture, network, dialogs, device, album, find, listeners, storage: storage ?? new Map(), ...seams }
    return platformApis(context, apis ?? (() => ({})))
  }

  private tellApp(method: string): void {
    const run = this.app[method]
    if (typeof run === 'function') this.journal.guard(`app ${method}`, () => Reflect.apply(run, this.app, [this.entry()]) as unknown)
  }

  private entry(): unknown {
    const read = this.api['getEnterOptionsSync']
    return typeof read === 'function' ? (Reflect.apply(read, this.api, []) as unknown) : undefined
  }
}
