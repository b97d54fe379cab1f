import type { Instant } from '@/domain/time'
import type { LookUp } from '../card-access'
import type { Run } from '../database'
import { saidBy } from '../partner/attestation'

/** Somebody at a partner looked at a card. */
export interface OwnLookUp {
  readonly at: Instant
  readonly partner: string
  readonly staff: string
  readonly outlet: string | null
  readonly operation: LookUp
}

const text = `select a.at, coalesce(${saidBy}, a.partner_id) as partner, a.staff, a.outlet, a.operation from card_access a
  where a.card_key = $1 order by a.position`

/** Who looked at a card, in the order they did. */
export const lookUpsOf = (run: Run, cardKey: string): Promise<OwnLookUp[]> => run<OwnLookUp>({ name: 'look-ups', text, values: [cardKey] })
