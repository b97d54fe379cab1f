import type { ReportOnWire } from '@/contract'
import type { CardView, ReportView } from '../repository'
import type { Services } from '../runtime/services'
import { reportOnWire } from './wire'

/** A report with whoever made it. */
export const madeReport = async (view: CardView, concerned: ReportView, { repository }: Pick<Services, 'repository'>): Promise<ReportOnWire> =>
  reportOnWire(view, concerned, await repository.cards.whoReported(view.cardKey, concerned.report))
