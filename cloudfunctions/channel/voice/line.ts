import type { Effect } from '@/domain/voice'
import type { Services } from '../../runtime/services'
import type { Partner } from '../../runtime/partner'

/** The turn of a call that an effect belongs to. */
export interface Line extends Pick<Services, 'repository'> {
  readonly partner: Partner
  readonly callId: string
  /** Under which a change is made: the same turn again finds the change that it has made. */
  readonly idempotencyKey: string
  readonly callerKey: string
}

export type EffectOf<Kind extends Effect['kind']> = Extract<Effect, { kind: Kind }>
