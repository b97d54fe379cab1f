import type { Journal } from './journal'
import type { Work } from './work'

/** A request as the mini-program made it, the same for both platforms. */
export interface HttpRequest {
  url: string
  method: string
  headers: Record<string, string>
  data: unknown
}

export interface HttpReply {
  status: number
  headers: Record<string, string>
  data: unknown
}

export type SendHttp = (request: HttpRequest) => Promise<HttpReply>

/** A call through `wx.cloud.callFunction`; resolves to what the function's `main` returned. */
export type CallCloud = (call: { name: string; data: unknown }) => Promise<unknown>

/** Answers kept back by a test, so that it sees the screen while one is on its way. */
export interface Held {
  /** resolves when the first answer is being kept back */
  readonly arrived: Promise<void>
  /** how many answers are kept back */
  count(): number
  /** lets them all through, and those that follow */
  release(): void
}

export class Offline extends Error {}

/** The network of one phone: it can be cut, and answers can be held back. */
export class Network {
  online = true
  private held: { wait: Promise<void>; arrive: () => void } | undefined
  private lost: string | undefined

  constructor(
    private readonly work: Work,
    private readonly journal: Journal,
  ) {}

  /** From now on answers wait until `release`. They do not count as pending work meanwhile. */
  hold(): Held {
    let count = 0
    let open = (): void => undefined
    let arrive = (): void => undefined
    const wait = new Promise<void>((resolve) => (open = resolve))
    const arrived = new Promise<void>((resolve) => (arrive = resolve))
    const held = { wait, arrive: () => { count += 1; arrive() } }
    this.held = held
    const release = () => {
      if (this.held === held) this.held = undefined
      open()
    }
    return { arrived, count: () => count, release }
  }

  /** The next answer to an operation (`card/reportLoss`) gets lost on its way: what was asked for is done, and the phone does not know. */
  loseAnswerTo(operation: string): void {
    this.lost = operation
  }

  /** Sends, records, counts as work; rejects with `Offline` while the network is cut. */
  async pass<T>(what: string, send: () => Promise<T>, status: (reply: T) => number | undefined): Promise<T> {
    const record: { what: string; status?: number } = { what }
    this.journal.requests.push(record)
    const sent = this.work.begin(what)
    try {
      if (!this.online) throw new Offline('the network is cut')
      const reply = await send()
      this.loseOr(what)
      const code = status(reply)
      if (code !== undefined) record.status = code
      await this.waitWhileHeld(sent)
      return reply
    } finally {
      sent()
    }
  }

  private loseOr(what: string): void {
    if (!this.lost || !what.endsWith(this.lost)) return
    this.lost = undefined
    throw new Offline('the answer was lost')
  }

  private async waitWhileHeld(sent: () => void): Promise<void> {
    if (!this.held) return
    const { wait, arrive } = this.held
    sent()
    arrive()
    await wait
  }
}
