import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** At which side of the database a connection is cut: before it hears a statement, or before anybody hears its answer. */
export type Side = 'before' | 'after'

/** The way to a database, as a host's only one: it can be led elsewhere, be slow, silent or cut. */
export interface Wire {
  /** The same database, reached through here. */
  through(address: string): string
  /** Leads whoever connects from now on to the database at an address. */
  lead(address: string): void
  /** Lets everything pass so many ms later; `Infinity` lets nothing pass, and forgets it. */
  delay(ms: number): void
  /** Ends every connection, and refuses new ones until it is led somewhere again. */
  refuse(): void
  /** Ends the next connection that sends such bytes; resolves when it did, or to false when it need not any more. */
  cutAt(bytes: string, side: Side, over: AbortSignal): Promise<boolean>
  close(): Promise<void>
}

interface Place {
  readonly host: string
  readonly port: number
}

const placeOf = (address: string): Place => {
  const { hostname, port } = new URL(address)
  return { host: hostname, port: Number(port) }
}

interface Cut {
  readonly bytes: string
  readonly side: Side
  readonly done: () => void
}

class Way implements Wire {
  private readonly open = new Set<Socket>()
  private ms = 0
  private cut: Cut | undefined
  readonly server = createServer((near) => this.join(near))

  constructor(private place: Place | null) {}

  through(address: string): string {
    return Object.assign(new URL(address), { host: `127.0.0.1:${(this.server.address() as AddressInfo).port}` }).href
  }

  lead(address: string): void {
    this.place = placeOf(address)
  }

  delay(ms: number): void {
    // what was forgotten would leave the rest without a sense
    if (this.ms === Infinity) this.end()
    this.ms = ms
  }

  refuse(): void {
    this.place = null
    this.end()
  }

  cutAt(bytes: string, side: Side, over: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const spare = () => {
        this.cut = undefined
        resolve(false)
      }
      if (over.aborted) return spare()
      over.addEventListener('abort', spare, { once: true })
      const done = () => {
        over.removeEventListener('abort', spare)
        resolve(true)
      }
      this.cut = { bytes, side, done }
    })
  }

  async close(): Promise<void> {
    this.end()
    this.server.close()
    await once(this.server, 'close')
  }

  private end(): void {
    for (const socket of this.open) socket.destroy()
  }

  private join(near: Socket): void {
    if (!this.place) return void near.destroy()
    const far = connect(this.place)
    const end = () => [near, far].forEach((socket) => socket.destroy())
    for (const socket of [near, far]) {
      this.open.add(socket.setNoDelay())
      socket.on('error', end).on('close', end).once('close', () => this.open.delete(socket))
    }
    let unheard: Cut | undefined
    const finish = ({ done }: Cut) => {
      end()
      done()
    }
    near.on('data', (chunk) => {
      const cut = this.matching(chunk)
      if (cut?.side === 'before') return finish(cut)
      unheard ??= cut
      return this.pass(far, chunk)
    })
    far.on('data', (chunk) => (unheard ? finish(unheard) : this.pass(near, chunk)))
  }

  private matching(chunk: Buffer): Cut | undefined {
    if (!this.cut || !chunk.includes(this.cut.bytes)) return undefined
    const { cut } = this
    this.cut = undefined
    return cut
  }

  private pass(to: Socket, chunk: Buffer): void {
    if (this.ms === 0) to.write(chunk)
    else if (this.ms !== Infinity) setTimeout(() => to.write(chunk), this.ms)
  }
}

/** Opens a way to the database at an address. */
export const openWire = async (address: string): Promise<Wire> => {
  const way = new Way(placeOf(address))
  way.server.listen(0, '127.0.0.1')
  await once(way.server, 'listening')
  return way
}
