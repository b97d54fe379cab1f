import { randomUUID } from 'node:crypto'
import type { AddressOnWire, cardPurposes, DataOf, Door, RequestOf } from '@/contract'
import { decideAcceptReissue } from '@/domain/accept-reissue'
import { decideMove, kindOf, type OrderMove, type ReissueReason } from '@/domain/reissue'
import type { RejectionReason } from '@/domain/reissue/words'
import { newKey, type Changed, type OrderParts } from '../../../cloudfunctions/repository'
import type { PartnerRequest } from '../../../cloudfunctions/repository'
import { call, ok, type TestRecord } from '../../support/record'
import type { Row } from '../../support/record/card-file'
import { partner, type SigningPartner } from '../../support/record/partner'
import { holder, signedIn, type Holder } from '../channel/stage'

/** An address of nobody. */
export const address: AddressOnWire = { recipient: '示例收件人', phone: '13800000001', division: '510107', street: '示例大道一百零一号二单元' }
export const elsewhere: AddressOnWire = { ...address, division: '110101', street: '示例胡同三号' }

/** Somebody who is signed in, and a card that they see. */
export interface Acting {
  readonly token: string
  readonly cardId: string
  check(purpose: (typeof cardPurposes)[number]): Promise<string>
}

/** The holder of a new card, signed in. */
export const someone = async (record: TestRecord, over: Partial<Row> = {}, door: Door = 'wechat'): Promise<Acting & { readonly row: Holder }> => {
  const row = await holder(record, over)
  const { token, check } = await signedIn(record, row, door)
  return { row, token, cardId: row.cardId, check: (purpose) => check({ purpose, cardId: row.cardId }) }
}

type Request = RequestOf<'reissue/apply'>
export const request = async (who: Acting, over: Partial<Request> = {}): Promise<Request> => ({
  cardId: who.cardId, reason: 'lost', way: 'serviceOutlet', idempotencyKey: randomUUID(), verificationId: over.verificationId ?? (await who.check('reissue')), ...over,
})
export const apply = async (who: Acting, over: Partial<Request> = {}): ReturnType<typeof call<'reissue/apply'>> =>
  call('reissue/apply', await request(who, over), who.token)
export const applied = (who: Acting, over: Partial<Request> = {}): Promise<DataOf<'reissue/apply'>> => ok(apply(who, over))

export const upload = ({ cardId, token }: Acting, photo: string, idempotencyKey: string = randomUUID()): ReturnType<typeof call<'reissue/uploadPhoto'>> =>
  call('reissue/uploadPhoto', { cardId, photo, idempotencyKey }, token)

export const orderOf = async ({ cardId, token }: Pick<Acting, 'cardId' | 'token'>) => (await ok(call('reissue/order', { cardId }, token))).order

/** Those who make a card and hand it over. */
export interface Maker {
  accept(cardId: string, reason?: ReissueReason): Promise<Changed>
  move(cardId: string, move: Exclude<OrderMove, 'accept'>, over?: { readonly parts?: OrderParts; readonly rejectedFor?: RejectionReason }): Promise<Changed>
}

const actingFor = ({ services: { repository } }: TestRecord, who: SigningPartner) =>
  (cardId: string, deed: Pick<PartnerRequest, 'operation' | 'decide' | 'order'>): Promise<Changed> =>
    repository.cards.changeFor(who, {
      by: { cardId }, applicant: { role: 'cardholder' }, evidence: { kind: 'papers', seen: ['holderId'] }, staff: { id: 's-1', outlet: 'chengdu.wuhou-agency' },
      idempotencyKey: randomUUID(), content: cardId, ...deed,
    })

export const makerAt = async (record: TestRecord): Promise<Maker> => {
  const act = actingFor(record, await partner(record, { channel: 'counter' }))
  return {
    accept: (cardId, reason = 'lost') => act(cardId, {
      operation: 'reissue',
      decide: ({ card, by, issuingBank: bank, policy, now }) =>
        decideAcceptReissue(card, { id: newKey(), kind: kindOf(reason), bank, channel: 'counter', by }, policy, now),
    }),
    move: (cardId, move, { parts, rejectedFor } = {}) => act(cardId, {
      operation: 'moveOrder',
      ...(parts && { order: { parts } }),
      decide: ({ card, by, now, parts: kept }) => decideMove(card, {
        orderId: card.order?.id ?? '', move, channel: 'counter', by, hasNewCard: (parts ?? kept()).newNumber !== undefined, ...(rejectedFor && { rejectedFor }),
      }, now),
    }),
  }
}
