type Listener<T> = (value: T) => void

/** Listeners of one of the platform's events. */
export class Event<T> {
  private readonly listeners = new Set<Listener<T>>()

  readonly on = (listener: Listener<T>): void => {
    this.listeners.add(listener)
  }

  readonly off = (listener: Listener<T>): void => {
    this.listeners.delete(listener)
  }

  readonly tell = (value: T): void => [...this.listeners].forEach((listener) => listener(value))
}

export interface PhoneRequest {
  readonly url: string
  readonly data: unknown
  readonly header: Readonly<Record<string, string>>
}
type Server = (request: PhoneRequest) => Promise<unknown>

const noServer: Server = () => Promise.reject({ errMsg: 'request:fail' })

/** The phone a test holds in its hand: what lies behind `@tarojs/taro`. */
class Phone {
  readonly shown = new Event<object>()
  readonly networkChanged = new Event<{ isConnected: boolean; networkType: string }>()
  readonly themeChanged = new Event<{ theme: 'light' | 'dark' }>()
  readonly storage = new Map<string, unknown>()
  /** Every page opened or replaced, every number called, every text copied. */
  opened: string[] = []
  called: string[] = []
  copied: string[] = []
  titles: string[] = []
  online = true
  pages = 1
  params: Record<string, string> = {}
  theme: 'light' | 'dark' = 'light'
  server: Server = noServer

  /** As new; what listens stays. */
  reset(): void {
    this.storage.clear()
    Object.assign(this, { opened: [], called: [], copied: [], titles: [], pages: 1, params: {}, theme: 'light', server: noServer })
    this.setOnline(true)
  }

  setOnline(online: boolean): void {
    this.online = online
    this.networkChanged.tell({ isConnected: online, networkType: online ? 'wifi' : 'none' })
  }

  /** The citizen comes back to the app. */
  show(): void {
    this.shown.tell({})
  }
}

export const phone = new Phone()
