import type { PlayedCanvas } from '../played-canvas'

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
/** A place on earth as every platform says it. */
export interface PhonePlace {
  readonly latitude: number
  readonly longitude: number
}
/** A picture of the phone's album: what it weighs by the quality (percent) it is kept at, in base64. */
export interface PhonePicture {
  readonly width: number
  readonly height: number
  readonly orientation?: string
  readonly weighs: (quality: number) => string
}
type Server = (request: PhoneRequest) => Promise<unknown>

type AskPlace = () => Promise<PhonePlace>
const noPlace: AskPlace = () => Promise.reject({ errMsg: 'getLocation:fail', error: 12 })

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
  /** Where the page was scrolled to, in CSS pixels from its top. */
  scrolled: number[] = []
  /** What was shown on the phone's own map, and how often its privacy notice was opened. */
  mapped: { readonly name: string; readonly latitude: number; readonly longitude: number }[] = []
  noticesOpened = 0
  /** What the platform answers when asked where the phone is, and how often it was asked. */
  askPlace: AskPlace = noPlace
  placeAsked = 0
  /** What WeChat's privacy setting says; null where it fails. */
  needsConsent: boolean | null = false
  /** What the album holds; null: whoever is asked chooses nothing; a cause: it may not be opened. */
  picture: PhonePicture | null | { readonly cause: object } = null
  /** The files that were written, and what was shown of them. */
  readonly files = new Map<string, string>()
  documents: string[] = []
  /** The pictures that were put in the album, and why none can be. */
  saved: string[] = []
  albumShut: object | null = null
  /** What draws the canvas of the page, where a test wants one; how often the platform's settings were opened, and what is done there. */
  canvas: PlayedCanvas | undefined
  settingsOpened = 0
  inSettings: () => void = () => undefined
  online = true
  pages = 1
  route = 'pages/home/index'
  params: Record<string, string> = {}
  theme: 'light' | 'dark' = 'light'
  server: Server = noServer

  /** As new; what listens stays. */
  reset(): void {
    this.storage.clear()
    this.files.clear()
    Object.assign(this, { opened: [], called: [], copied: [], titles: [], scrolled: [], mapped: [], noticesOpened: 0, askPlace: noPlace, placeAsked: 0, needsConsent: false })
    Object.assign(this, { pages: 1, route: 'pages/home/index', params: {}, picture: null, documents: [], saved: [], albumShut: null, canvas: undefined, settingsOpened: 0, inSettings: () => undefined, theme: 'light', server: noServer })
    this.setOnline(true)
  }

  setOnline(online: boolean): void {
    this.online = online
    this.networkChanged.tell({ isConnected: online, networkType: online ? 'wifi' : 'none' })
  }

  /** The platform is asked where the phone is. */
  where(): Promise<PhonePlace> {
    this.placeAsked += 1
    return this.askPlace()
  }

  /** The citizen comes back to the app. */
  show(): void {
    this.shown.tell({})
  }
}

export const phone = new Phone()
