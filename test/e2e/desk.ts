import { randomUUID } from 'node:crypto'
import type { DataOf, RequestOf } from '@/contract'
import type { Paper } from '@/domain/words'
import { asPartner, window1 } from './partner'

type Counter = ReturnType<typeof asPartner>
type Move = Omit<RequestOf<'channel/moveOrder'>, 'card' | 'staff' | 'orderId' | 'idempotencyKey'>
type OrderOf = NonNullable<DataOf<'channel/cardStatus'>['cards'][number]['order']>

/** What a counter does about the new card that takes the place of one, step by step. */
export class Desk {
  private readonly counter: Counter
  private readonly card: { readonly cardNumber: string }

  constructor(private readonly address: string, cardNumber: string) {
    this.counter = asPartner(address, 'demo-counter')
    this.card = { cardNumber }
  }

  /** The application as it came in online. */
  async accept(kind: 'replacement' | 'exchange' = 'exchange'): Promise<void> {
    await this.counter('channel/acceptReissue', { ...this.step(), kind })
  }

  async reject(rejectedFor: RequestOf<'channel/rejectReissue'>['rejectedFor']): Promise<void> {
    await this.counter('channel/rejectReissue', { ...this.step(), orderId: await this.orderId(), rejectedFor })
  }

  async move(move: Move): Promise<void> {
    await this.counter('channel/moveOrder', { ...this.step(), orderId: await this.orderId(), ...move })
  }

  /** Handed over to whoever showed these papers; without any it came by mail. */
  async collect(...seen: readonly Paper[]): Promise<void> {
    const inPerson = { applicant: { role: 'cardholder' as const }, evidence: { kind: 'papers' as const, seen: [...seen] } }
    await this.counter('channel/collect', { ...this.step(), orderId: await this.orderId(), ...(seen.length > 0 && inPerson) })
  }

  /** The other half of a new card, done at its bank. */
  async bankActivates(bank: 'icbc' | 'ccb', cardNumber: string): Promise<void> {
    await asPartner(this.address, `demo-bank-${bank}`)('channel/bankActivated', { ...this.step(), card: { cardNumber } })
  }

  /** The card as the counter sees it. */
  async status(): Promise<DataOf<'channel/cardStatus'>['cards'][number] | undefined> {
    const { cards: [found] } = await this.counter('channel/cardStatus', { find: this.card, staff: window1 })
    return found
  }

  async order(): Promise<OrderOf> {
    const order = (await this.status())?.order
    if (!order) throw new Error('nobody applied for a new card')
    return order
  }

  private async orderId(): Promise<string> {
    return (await this.order()).orderId
  }

  private step() {
    return { card: this.card, staff: window1, idempotencyKey: randomUUID() }
  }
}
