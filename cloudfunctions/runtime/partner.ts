import type { CityCode } from '@/domain/policies'
import type { Channel } from '@/domain/words'

/** The bureau's core system hears what happens, and brings no citizen before us. */
export type PartnerChannel = Exclude<Channel, 'wechat' | 'alipay'> | 'bureau'

/** Ids that only the demo city gives: what they know is open to everyone, so that they count in the sandbox alone. */
export const demoPrefix = 'demo-'

/** As whom the record knows whoever works with its commands: no partner's id. */
export const operatorId = 'operator'

/** Whether whoever bears this id is let in. */
export const isLetIn = (id: string, { sandbox }: { readonly sandbox: boolean }): boolean => sandbox || !id.startsWith(demoPrefix)

/** A member of staff who is signed in at a counter's page. */
export interface StaffMember {
  readonly staffId: string
  readonly outletId: string
  readonly city: CityCode
  /** The session that signing out ends. */
  readonly sessionHash: string
}

/** Who asks for others, known by the signature of its request, or by a counter's session. */
export interface Partner {
  readonly partnerId: string
  readonly name: string
  readonly channel: PartnerChannel
  /** The code of a bank, which speaks of its own cards alone. */
  readonly bank: string | null
  readonly cities: readonly CityCode[]
  /** Short names of what it may do. */
  readonly operations: readonly string[]
  /** Where a counter's own page asks: then who and where they are is the session's, not the request's. */
  readonly staff: StaffMember | null
}
