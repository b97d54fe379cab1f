import type { AddressOnWire, ReissueOptionOnWire, RequestOf } from '@/contract'
import type { ReissueReason } from '@/domain/reissue/words'
import { emptyAddress, faultIn } from './address'

/** What is asked on the way to an application, in this order, as far as the chosen way needs it. */
export type Part = 'bank' | 'outlet' | 'address' | 'photo' | 'review'

export interface PickedOutlet {
  readonly id: string
  readonly name: string
}

/** What was filled in; it stays in the page and is kept nowhere. */
export interface Draft {
  readonly bank?: string
  /** Null: it is decided later. */
  readonly outlet?: PickedOutlet | null
  readonly address: AddressOnWire
  readonly photoId?: string
}

export const emptyDraft: Draft = { address: emptyAddress }

/** The banks among which one is chosen for the new card; none where it is the old one's. */
export const banksToChoose = (options: readonly ReissueOptionOnWire[]): readonly string[] => {
  const banks = [...new Set(options.flatMap((option) => option.banks))]
  return banks.length > 1 ? banks : []
}

export const partsFor = ({ way, photo }: ReissueOptionOnWire, banks: readonly string[]): readonly Part[] => [
  ...(banks.length > 0 ? ['bank' as const] : []),
  ...(way === 'serviceOutlet' ? ['outlet' as const] : []),
  ...(way === 'mail' ? ['address' as const] : []),
  ...(photo ? ['photo' as const] : []),
  'review',
]

/** Whether a part is filled in. */
export const isFilled = (part: Part, { bank, outlet, address, photoId }: Draft): boolean => ({
  bank: bank !== undefined,
  outlet: outlet !== undefined,
  address: faultIn(address) === undefined,
  photo: photoId !== undefined,
  review: true,
})[part]

type Application = Omit<RequestOf<'reissue/apply'>, 'verificationId' | 'idempotencyKey'>

/** The application as it is sent: of the draft only what its way asks for. */
export const applicationOf = (cardId: string, reason: ReissueReason, { way, photo }: ReissueOptionOnWire, draft: Draft): Application => ({
  cardId,
  reason,
  way,
  ...(draft.bank && { bank: draft.bank }),
  ...(way === 'serviceOutlet' && draft.outlet && { outlet: draft.outlet.id }),
  ...(way === 'mail' && { address: draft.address }),
  ...(photo && draft.photoId && { photoId: draft.photoId }),
})
