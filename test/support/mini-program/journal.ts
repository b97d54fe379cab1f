export type LogType = 'log' | 'info' | 'debug' | 'warn' | 'error'

export interface Log {
  type: LogType
  args: string[]
}

/** One update sent to a page, as the platform would carry it across its bridge. */
export interface SetData {
  page: string
  bytes: number
}

export interface RequestRecord {
  /** `POST /card/get`, or in WeChat's cloud `cloud card/get` */
  what: string
  /** HTTP status; none where the request never arrived */
  status?: number
}

/** A readable line for whatever was thrown, also by code of another realm. */
export function describe(thrown: unknown): string {
  if (typeof thrown === 'string') return thrown
  if (typeof thrown !== 'object' || thrown === null) return String(thrown)
  const { stack, message } = thrown as { stack?: unknown; message?: unknown }
  if (typeof stack === 'string' && stack) return stack
  if (typeof message === 'string' && message) return message
  return JSON.stringify(thrown)
}

/** What the mini-program did, for tests to look at. */
export class Journal {
  readonly calls: { api: string; options: unknown }[] = []
  readonly toasts: string[] = []
  readonly phoneCalls: string[] = []
  readonly titles: string[] = []
  readonly requests: RequestRecord[] = []
  readonly setData: SetData[] = []
  /** uncaught errors, unhandled rejections, console.error, unknown platform calls: a good run leaves it empty */
  readonly errors: string[] = []
  readonly warnings: string[] = []
  private readonly logListeners: ((log: Log) => void)[] = []
  private readonly faultListeners: ((message: string) => void)[] = []

  onLog(listener: (log: Log) => void): void {
    this.logListeners.push(listener)
  }

  onFault(listener: (message: string) => void): void {
    this.faultListeners.push(listener)
  }

  log(type: LogType, args: readonly unknown[]): void {
    const words = args.map(describe)
    const line = words.join(' ')
    if (type === 'error') this.errors.push(`console.error: ${line}`)
    if (type === 'warn') this.warn(line)
    for (const listener of this.logListeners) listener({ type, args: words })
  }

  /** An error nobody caught, with where it came from. */
  fault(where: string, thrown: unknown): void {
    const message = `${where}: ${describe(thrown)}`
    this.errors.push(message)
    for (const listener of this.faultListeners) listener(message)
  }

  /** Runs code of the mini-program; what it throws goes to `errors`, as on a phone, where the app lives on. */
  guard<T>(where: string, run: () => T): T | undefined {
    try {
      return run()
    } catch (thrown) {
      this.fault(where, thrown)
      return undefined
    }
  }

  /** setData calls and bytes since `from` (the length of `setData` then). */
  weightSince(from: number): { calls: number; bytes: number } {
    const updates = this.setData.slice(from)
    return { calls: updates.length, bytes: updates.reduce((sum, { bytes }) => sum + bytes, 0) }
  }

  private warn(line: string): void {
    this.warnings.push(line)
    // Taro answers a call to an API the platform lacks with a warning only
    if (line.includes('暂不支持')) this.errors.push(`missing API: ${line}`)
  }
}
