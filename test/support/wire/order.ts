import type { DataOf, OrderOnWire, ReceiptOnWire, RequestOf } from '@/contract'
import { cardOnWire } from '../builders/card-on-wire'
import { ReissueDesk } from './reissue'
import { Refused } from './wire'

type Moved = DataOf<'reissue/correct'>

/** The receipt of an order that was accepted this morning, with what a test is about. */
export const receiptOnWire = (differences: Partial<ReceiptOnWire> = {}): ReceiptOnWire => ({
  number: 'BK2603100017',
  maskedName: '示例**',
  maskedNumber: '5101**********1234',
  kind: 'replacement',
  acceptedAt: '2026-03-10T10:24:00.000+08:00',
  ready: { date: '2026-03-31' },
  meanwhile: 'reimburse',
  code: 'WzEsImRlbW8iXQ.MEUCIQ',
  ...differences,
})

/** An order behind the wire: put right, taken back, sent elsewhere and activated, each once a key. */
export class OrderDesk extends ReissueDesk {
  receipt: ReceiptOnWire | undefined
  /** What was really changed. */
  readonly corrections: RequestOf<'reissue/correct'>[] = []
  readonly cancellations: RequestOf<'reissue/cancel'>[] = []
  readonly addresses: RequestOf<'reissue/changeAddress'>[] = []
  readonly activations: RequestOf<'reissue/activate'>[] = []
  private readonly keys = new Set<string>()

  constructor(office: ReissueDesk['office']) {
    super(office)
    const { wire } = office
    wire.on('reissue/correct', (request) => this.move(request, this.corrections, 'applied'))
    wire.on('reissue/cancel', (request) => this.move(request, this.cancellations, 'cancelled'))
    wire.on('reissue/changeAddress', (request) => this.move(request, this.addresses, this.known().state))
    wire.on('reissue/receipt', () => this.receiptOr())
    wire.on('reissue/activate', (request) => this.activate(request))
  }

  private known(): OrderOnWire {
    if (!this.order) throw new Refused('noOrder')
    return this.order
  }

  /** Whether this key is new; refused before anything is done. */
  private isNew(key: string): boolean {
    if (this.keys.has(key)) return false
    if (this.refuses) throw new Refused(...this.refuses)
    this.keys.add(key)
    return true
  }

  private move<Request extends { readonly idempotencyKey: string }>(request: Request, taken: Request[], state: OrderOnWire['state']): Moved {
    const order = this.known()
    if (this.isNew(request.idempotencyKey)) {
      taken.push(request)
      this.order = { ...order, state, steps: [...order.steps, { state, at: '2026-03-10T10:30:00.000+08:00' }] }
    }
    return { card: this.office.card, order: this.known(), already: false }
  }

  private receiptOr(): DataOf<'reissue/receipt'> {
    if (!this.receipt) throw new Refused(...(this.refuses ?? ['noOrder']))
    return { receipt: this.receipt }
  }

  private activate(request: RequestOf<'reissue/activate'>): DataOf<'reissue/activate'> {
    const already = this.office.card.socialSecurity.state === 'inUse'
    if (this.isNew(request.idempotencyKey) && !already) {
      this.activations.push(request)
      this.office.card = cardOnWire({ bankState: this.office.card.financial.state })
    }
    return { card: this.office.card, already: already && this.activations.length === 0 }
  }
}
