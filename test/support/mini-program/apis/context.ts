import type { Album } from '../album'
import type { CallCloud, Network, SendHttp } from '../network'
import type { Device } from '../device'
import type { Dialogs } from '../dialogs'
import type { Journal } from '../journal'
import type { Pages } from '../pages'
import type { PlatformPhone } from '../platform-phone'
import type { Fields, Platform } from '../platform'
import type { Sandbox } from '../sandbox'
import type { Work } from '../work'

/** What a fake platform API needs of the host. */
export interface ApiContext {
  platform: Platform
  sandbox: Sandbox
  journal: Journal
  work: Work
  pages: Pages
  /** whether this is in the midst of a tap, without having waited for anything since */
  gesture: { readonly active: boolean }
  network: Network
  dialogs: Dialogs
  device: Device
  album: Album
  /** what the page on top shows by a selector */
  find: (selector: string) => Element | null
  storage: Map<string, unknown>
  listeners: Listeners
  onRequest: SendHttp
  onCloud: CallCloud
  platformPhone: PlatformPhone | undefined
}

export type Api = (...args: never[]) => unknown

export type Apis = Record<string, Api | Fields | string>

export type Listener = (value?: unknown) => void

/** The platform's on… / off… pairs. */
export class Listeners {
  private readonly all = new Map<string, Set<Listener>>()

  constructor(private readonly journal: Journal) {}

  /** `onAppShow` and `offAppShow` for the name `AppShow`. */
  pair(name: string): Apis {
    const set = new Set<Listener>()
    this.all.set(name, set)
    return {
      [`on${name}`]: (listener: Listener) => void set.add(listener),
      [`off${name}`]: (listener?: Listener) => (listener ? set.delete(listener) : set.clear()),
    }
  }

  tell(name: string, value?: unknown): void {
    for (const listener of this.all.get(name) ?? []) this.journal.guard(`on${name}`, () => listener(value))
  }
}
