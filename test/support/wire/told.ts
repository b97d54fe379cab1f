import type { DataOf, DisputeOnWire, MessageOnWire } from '@/contract'
import { bank, disputeOnWire, reportOnWire } from '../builders/card-on-wire'
import { Refused } from './wire'
import type { Office } from './office'

/** What one is told, behind the wire: messages in pages of two that count as read once they are, disputes and passwords taken once a key. */
export class ToldDesk {
  messages: MessageOnWire[] = []
  dispute: DisputeOnWire | undefined
  report: ReturnType<typeof reportOnWire> | undefined = reportOnWire()
  /** What the platform can send here; nothing, where it is not set up for it. */
  templates: DataOf<'person/messageTemplates'>['templates'] = []
  refuses: ConstructorParameters<typeof Refused> | undefined
  /** The passwords that were really set. */
  readonly passwords: string[] = []
  private readonly keys = new Set<string>()

  constructor(readonly office: Office) {
    const { wire } = office
    wire.on('person/inbox', ({ cursor = '0' }) => this.page(Number(cursor)))
    wire.on('person/readInbox', () => this.read())
    wire.on('person/messageTemplates', () => ({ templates: this.templates }))
    wire.on('person/subscribe', () => this.unlessRefused({}))
    wire.on('card/get', () => ({
      card: office.card, ...(this.report && { report: this.report }), bank: { ...bank, told: false }, ...(this.dispute && { dispute: this.dispute }),
    }))
    wire.on('card/dispute', ({ about, idempotencyKey }) => this.say(about, idempotencyKey))
    wire.on('card/setServicePassword', ({ password, idempotencyKey }) => {
      this.once(idempotencyKey, () => this.passwords.push(password))
      return { card: office.card }
    })
  }

  /** How many disputes and passwords were really taken. */
  get taken(): number {
    return this.keys.size
  }

  private unlessRefused<Data>(data: Data): Data {
    if (this.refuses) throw new Refused(...this.refuses)
    return data
  }

  private once(key: string, take: () => void): void {
    if (this.keys.has(key)) return
    this.unlessRefused(undefined)
    this.keys.add(key)
    take()
  }

  private unread(): number {
    return this.messages.filter(({ read }) => !read).length
  }

  private page(from: number): DataOf<'person/inbox'> {
    const to = from + 2
    return { messages: this.messages.slice(from, to), unread: this.unread(), ...(to < this.messages.length && { cursor: String(to) }) }
  }

  private read(): DataOf<'person/readInbox'> {
    this.messages = this.messages.map((message) => ({ ...message, read: true }))
    return { unread: 0 }
  }

  private say(about: DisputeOnWire['about'], key: string): DataOf<'card/dispute'> {
    const before = this.dispute
    if (!before) this.once(key, () => (this.dispute = disputeOnWire({ about })))
    return { card: this.office.card, dispute: this.dispute ?? disputeOnWire({ about }), already: Boolean(before) && !this.keys.has(key) }
  }
}
