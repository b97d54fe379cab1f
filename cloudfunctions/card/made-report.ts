import type { ReportOnWire } from '@/contract'
import type { CardView, ReportView } from '../repository'
import type { Call } from '../runtime/define-operation'
import { reportOnWire } from './wire'

/** A report with whoever made it. */
export const madeReport = async (view: CardView, concerned: ReportView, { repository }: Pick<Call, 'repository'>): Promise<ReportOnWire> =>
  reportOnWire(view, concerned, await repository.cards.whoReported(view.cardKey, concerned.report))
