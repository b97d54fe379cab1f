import type { Evidence } from '@/contract'
import type { Author, Deed } from '@/domain/words'
import { RequestError } from '../../runtime/errors'
import type { Keys } from '../../runtime/keys'
import type { Partner } from '../../runtime/partner'
import { changeAs, type Acting, type CardOperation, type CardRequest, type ChangeAnswer, type Changed } from '../change'
import type { Database } from '../database'
import { viewOf, type ViewRow } from '../views'
import { refuseUnadmitted, type Said } from './admit'
import { recordedOf, type PartnerApplicant } from './applicant'
import { attestationsOf } from './attestation'
import { readRow, type ByCard, type PartnerRow } from './read'

/** Who or which machine at the partner, and at which of its outlets. */
export interface Staff {
  readonly id: string
  readonly outlet: string | null
}

/** What a partner wants done to a card, for whom, and by what it knows that. */
export interface PartnerRequest extends CardRequest {
  readonly by: ByCard
  readonly applicant: PartnerApplicant
  readonly evidence: Evidence | null
  readonly staff: Staff
}

/** As what the rules know it; null for what a bank or a maker says of its own work. */
const deeds: Readonly<Record<CardOperation, Deed | null>> = {
  reportLoss: 'reportLoss',
  releaseLoss: 'releaseLoss',
  reissue: 'reissue',
  rejectReissue: null,
  correctOrder: 'reissue',
  cancelOrder: 'reissue',
  changeAddress: 'reissue',
  moveOrder: null,
  collect: 'reissue',
  activate: 'activate',
  bankActivated: null,
  bankReported: null,
  bankReleased: null,
  bankTold: 'bankTold',
  dispute: 'dispute',
  closeDispute: 'dispute',
  setPassword: 'setPassword',
}

/** What another bank than the one that issued the card may do to it. */
const banksFor: Readonly<Partial<Record<CardOperation, Said['banks']>>> = {
  reissue: 'any', rejectReissue: 'maker', correctOrder: 'maker', cancelOrder: 'maker', moveOrder: 'maker', collect: 'maker',
}

/** Who stands behind an event where nobody stands before the partner: a bank, or the city's own offices. */
const officeOf = ({ channel }: Partner): Author => (channel === 'bank' ? 'bank' : 'system')

/** A partner among those who stand behind what happened; no account is called so. */
export const actorOf = ({ partnerId }: Partner): string => `partner.${partnerId}`

/** From a counter's session who and where they are is the session's. */
export const standing = ({ staff }: Partner, said: Staff): Staff => (staff ? { id: staff.staffId, outlet: staff.outletId } : said)

/** The row as the applicant sees it, who is what the partner says. */
export const asSeenBy = <Row extends PartnerRow<unknown>>(row: Row, keys: Keys, applicant: PartnerApplicant): Row & ViewRow & { cares: boolean } =>
  ({ ...row, ...recordedOf(row, keys, applicant), relation: applicant.role === 'bank' ? 'cardholder' : applicant.role, actor_key: '' })

const partnerActing = (database: Database, keys: Keys, partner: Partner, request: PartnerRequest): Acting => {
  const { by, applicant, evidence, operation, idempotencyKey, content } = request
  const { id, outlet } = standing(partner, request.staff)
  const isOffice = applicant.role === 'bank'
  const said: Said = { partner, applicant, evidence, outlet, deed: isOffice ? null : deeds[operation], ...(banksFor[operation] && { banks: banksFor[operation] }) }
  const actor = actorOf(partner)
  return {
    actor,
    verificationId: null,
    requestHashes: keys.hashes('request', content).map(({ hash }) => hash),
    outlet: outlet ?? undefined,
    author: (view) => (isOffice ? officeOf(partner) : view.holder.relation),
    read: async () => {
      const applicantIdNumber = 'idNumber' in applicant ? applicant.idNumber : null
      const found = await readRow<ChangeAnswer>(database.run, keys, partner, { by, applicantIdNumber, actor, operation, idempotencyKey })
      if (!found) throw new RequestError('notFound')
      const row = asSeenBy(found, keys, applicant)
      const admit = () => {
        const view = viewOf(row, keys)
        refuseUnadmitted(said, row, view, row.cares, keys)
        return view
      }
      return { row, eventActor: actor, admit, beside: (events) => ({ attestations: attestationsOf(keys, said, id, row, events) }) }
    },
  }
}

/**
 * Changes a card on a partner's word, which is kept as its word. Refuses `notFound`, `notThisBank`, `idempotencyKeyReused`,
 * `invalidRequest` with its field, `papersMissing`, `verificationRefused`, and whatever the rules refuse.
 */
export const changeFor = (database: Database, keys: Keys, partner: Partner, request: PartnerRequest): Promise<Changed> =>
  changeAs(database, keys, partnerActing(database, keys, partner, request), request)
