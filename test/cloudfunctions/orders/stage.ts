import type { Applicant, DataOf, Evidence, RequestOf } from '@/contract'
import type { OrderState } from '@/domain/reissue'
import type { ReissueKind } from '@/domain/words'
import type { Answer, TestRecord } from '../../support/record'
import { ok } from '../../support/record'
import { acted, callAs, cardholder, holder, newKey, papers, partner, window1, type Called, type Holder } from '../channel/stage'

let made = 0
/** The number of a card that nobody has yet. */
export const someNumber = (): string => `9902${String((made += 1)).padStart(14, '0')}`

/** Everybody who has to do with an order. */
export interface Makers {
  readonly counter: Called
  readonly bank: Called
  readonly bureau: Called
}

export const makers = async (record: TestRecord): Promise<Makers> => ({
  counter: await partner(record, { channel: 'counter' }),
  bank: await partner(record, { channel: 'bank' }),
  bureau: await partner(record, { channel: 'bureau' }),
})

type Kind = { readonly kind?: ReissueKind }

/** A card whose new one was accepted at a counter. */
export const acceptedCard = async (record: TestRecord, { counter }: Makers, { kind = 'replacement' }: Kind = {}): Promise<Holder & { readonly orderId: string }> => {
  const one = await holder(record)
  if (kind === 'replacement') await ok(callAs(counter, 'channel/reportLoss', acted(counter, one)))
  await ok(callAs(counter, 'channel/acceptReissue', { ...acted(counter, one), kind }))
  return { ...one, orderId: await orderIdOf(record, one) }
}

export const orderIdOf = async ({ sql }: TestRecord, { cardId }: Pick<Holder, 'cardId'>): Promise<string> =>
  (await sql.query<{ reissue_id: string }>('select reissue_id from reissue where card_key = $1 order by applied_at desc', [cardId])).rows[0]?.reissue_id ?? ''

/** Puts an order where a test begins, as no rule does. */
export const putAt = async ({ sql }: TestRecord, cardId: string, state: OrderState): Promise<void> =>
  void (await sql.query('update reissue set state = $2, closed_at = null where card_key = $1', [cardId, state]))

type Move = RequestOf<'channel/moveOrder'>
type Ordered = { readonly cardId: string; readonly orderId: string }

/** What those who make a card say of it. */
export const move = (who: Called, { cardId, orderId }: Ordered, said: Pick<Move, 'move'> & Partial<Move>): Promise<Answer<'channel/moveOrder'>> =>
  callAs(who, 'channel/moveOrder', { card: { cardId }, staff: window1, orderId, idempotencyKey: newKey(), ...said })

export const reject = (who: Called, { cardId, orderId }: Ordered): Promise<Answer<'channel/rejectReissue'>> =>
  callAs(who, 'channel/rejectReissue', { card: { cardId }, staff: window1, orderId, rejectedFor: 'photo', idempotencyKey: newKey() })

/** All that is shown to collect a card that takes the place of one that is still there. */
export const toCollect: Evidence = papers('holderId', 'receipt', 'card')

/** Hands a card over, to its holder unless somebody else stands there. */
export const collect = (who: Called, one: Ordered, applicant: Applicant = cardholder, evidence = toCollect): Promise<Answer<'channel/collect'>> =>
  callAs(who, 'channel/collect', { ...acted(who, one, { applicant, evidence }), orderId: one.orderId })

/** The same of a card that came by mail. */
export const delivered = (who: Called, { cardId, orderId }: Ordered): Promise<Answer<'channel/collect'>> =>
  callAs(who, 'channel/collect', { card: { cardId }, staff: window1, orderId, idempotencyKey: newKey() })

/** Makes an accepted one ready under a number. */
export const madeReady = async <One extends Ordered>(who: Makers, one: One): Promise<One & { readonly newNumber: string }> => {
  const newNumber = someNumber()
  await ok(move(who.counter, one, { move: 'makeReady', newCardNumber: newNumber, newIssuedOn: '2026-11-20' }))
  return { ...one, newNumber }
}

/** A card that is ready, and the number of the new one. */
export const readyCard = async (record: TestRecord, who: Makers, over: Kind = {}): Promise<Holder & Ordered & { readonly newNumber: string }> =>
  madeReady(who, await acceptedCard(record, who, over))

/** A card as a partner finds it by its number. */
export const found = async (who: Called, cardNumber: string): Promise<DataOf<'channel/cardStatus'>['cards'][number]> => {
  const { cards: [card] } = await ok(callAs(who, 'channel/cardStatus', { find: { cardNumber }, staff: window1 }))
  if (!card) throw new Error('the card is not there')
  return card
}

/** What came of it in one word. */
export const inAWord = async (answer: Promise<Answer<'channel/moveOrder' | 'channel/collect' | 'channel/rejectReissue' | 'channel/activate' | 'channel/acceptReissue'>>): Promise<string> => {
  const given = await answer
  return given.ok ? given.data.result : given.error.code
}
