import type { Journal } from './journal'
import type { Work } from './work'

/** Timers up to this delay are waited for; longer ones (caches, polling) are the app's background. Milliseconds. */
export const waitedForMs = 1000

type Callback = (...args: unknown[]) => void

/** The timers a mini-program gets: counted as work, guarded, and all stopped when the host closes. */
export class Timers {
  private readonly running = new Map<NodeJS.Timeout, () => void>()

  constructor(
    private readonly work: Work,
    private readonly journal: Journal,
  ) {}

  globals() {
    return {
      setTimeout: (callback: Callback, delay?: number, ...args: unknown[]) => this.once(callback, delay ?? 0, args),
      clearTimeout: (timer?: NodeJS.Timeout) => this.clear(timer),
      setInterval: (callback: Callback, delay?: number, ...args: unknown[]) => this.repeat(callback, delay ?? 0, args),
      clearInterval: (timer?: NodeJS.Timeout) => this.clear(timer),
    }
  }

  close(): void {
    for (const timer of this.running.keys()) this.clear(timer)
  }

  private once(callback: Callback, delay: number, args: unknown[]): NodeJS.Timeout {
    const done = delay <= waitedForMs ? this.work.begin(`timer of ${delay} ms`) : () => undefined
    const timer = setTimeout(() => {
      this.running.delete(timer)
      this.journal.guard('timer', () => callback(...args))
      done()
    }, delay)
    this.running.set(timer, done)
    return timer
  }

  private repeat(callback: Callback, delay: number, args: unknown[]): NodeJS.Timeout {
    const timer = setInterval(() => this.journal.guard('interval', () => callback(...args)), delay)
    this.running.set(timer, () => undefined)
    return timer
  }

  private clear(timer: NodeJS.Timeout | undefined): void {
    if (timer === undefined) return
    clearTimeout(timer)
    this.running.get(timer)?.()
    this.running.delete(timer)
  }
}
