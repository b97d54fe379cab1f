import type { DataOf, OrderOnWire, ReissueAnswerOnWire, RequestOf } from '@/contract'
import { answerOnWire, orderOnWire } from '../builders/reissue-on-wire'
import { cardOnWire, reportOnWire } from '../builders/card-on-wire'
import type { Office } from './office'
import { Refused } from './wire'

/** Where new cards are asked for, behind the wire: the ways, photos and applications, each taken once a key. */
export class ReissueDesk {
  answer: ReissueAnswerOnWire = answerOnWire()
  order: OrderOnWire | undefined
  refuses: ConstructorParameters<typeof Refused> | undefined
  /** What was really taken. */
  readonly photos: string[] = []
  readonly applications: RequestOf<'reissue/apply'>[] = []
  private readonly answers = new Map<string, DataOf<'reissue/apply'>>()

  constructor(readonly office: Office) {
    const { wire } = office
    wire.on('reissue/options', () => ({ answer: this.answer }))
    wire.on('reissue/order', () => ({ card: office.card, ...(this.order && { order: this.order }) }))
    wire.on('reissue/uploadPhoto', ({ photo }) => {
      this.unlessRefused()
      this.photos.push(photo)
      return { photoId: `photo-${this.photos.length}` }
    })
    wire.on('reissue/apply', (request) => this.apply(request))
    wire.on('reissue/applicationForm', () => {
      this.unlessRefused()
      return { pdf: 'JVBERi0=' }
    })
  }

  private unlessRefused(): void {
    if (this.refuses) throw new Refused(...this.refuses)
  }

  private apply(request: RequestOf<'reissue/apply'>): DataOf<'reissue/apply'> {
    const first = this.answers.get(request.idempotencyKey)
    if (first) return first
    this.unlessRefused()
    this.applications.push(request)
    const lost = request.reason === 'lost'
    if (lost) this.office.card = cardOnWire({ state: 'formallyLost' })
    const order = this.order ?? orderOnWire({ reason: request.reason, way: request.way, kind: lost ? 'replacement' : 'exchange' })
    const answer = { card: this.office.card, order, ...(lost && { report: reportOnWire() }), already: this.order !== undefined }
    this.answers.set(request.idempotencyKey, answer)
    return answer
  }
}
