import { randomUUID } from 'node:crypto'
import type { Applicant, Door, Evidence, RequestOf } from '@/contract'
import { channelOperations } from '@/contract/channel'
import { decideReportLoss } from '@/domain/report-loss'
import { decideRelease } from '@/domain/release'
import { toIso } from '@/domain/time'
import type { Channel, Paper, ReportKind } from '@/domain/words'
import { newReceiptNumber } from '../../../cloudfunctions/repository'
import { codeOf } from '../../../cloudfunctions/runtime/errors'
import type { Partner, PartnerChannel } from '../../../cloudfunctions/runtime/partner'
import { call, ok, type Answer, type TestRecord } from '../../support/record'
import { cardFile, row, type Row } from '../../support/record/card-file'
import { importFile } from '../../support/record/import-file'
import { callAs, partner as enrolled, type SigningPartner } from '../../support/record/partner'
import { visitor, type Visitor } from '../../support/record/visitor'

export { callAs }
export type Called = SigningPartner
const everything = Object.keys(channelOperations).map((name) => name.slice('channel/'.length))
/** A partner of Chengdu and Beijing that may ask for everything, so that it is the operations that refuse. */
export const partner = (record: TestRecord, over: Parameters<typeof enrolled>[1]): Promise<Called> =>
  enrolled(record, { cities: ['chengdu', 'beijing'], operations: everything, ...over })
export const newKey = (): string => randomUUID()

/** Somebody's card, as the city's file has it. */
export type Holder = Row & { readonly cardId: string }

/** Imports the cards of new people, but for what is said of them. */
export const holders = async (record: TestRecord, count: number, over: Partial<Row> = {}): Promise<Holder[]> => {
  const rows = Array.from({ length: count }, () => row(over))
  await importFile(record, cardFile(...rows))
  const counter = await partner(record, { channel: 'counter', cities: ['chengdu', 'beijing', 'shanghai'] })
  return Promise.all(rows.map(async (one) => {
    const { cards: [card] } = await ok(callAs(counter, 'channel/cardStatus', { find: { cardNumber: one.card_number }, staff: window1 }))
    return { ...one, cardId: card?.cardId ?? '' }
  }))
}
export const holder = async (record: TestRecord, over: Partial<Row> = {}): Promise<Holder> => {
  const [one] = await holders(record, 1, over)
  if (!one) throw new Error('a card was not imported')
  return one
}

export const window1 = { id: 'staff-1', outlet: 'chengdu.wuhou-agency' }
export const cardholder: Applicant = { role: 'cardholder' }
const allPapers: readonly Paper[] = ['holderId', 'guardianId', 'proxyId', 'householdRegister', 'card']

export const papers = (...seen: readonly Paper[]): Evidence => ({ kind: 'papers', seen: [...(seen.length > 0 ? seen : allPapers)] })
/** A check that the partner says it made so many ms ago. */
export const checked = (ago = 0): Evidence => ({ kind: 'onlineCheck', method: 'face', reference: 'ref-1', at: toIso(Date.now() - ago) })

/** By what a partner of a channel usually knows who stands there. */
export const evidenceIn = (channel: PartnerChannel): Evidence => (channel === 'tianfu' || channel === 'phone' ? checked() : papers())

type Acted = RequestOf<'channel/releaseLoss'>
/** Everything a partner says when it does something to a card, but for what is said. */
export const acted = ({ channel }: Pick<Partner, 'channel'>, { cardId }: Pick<Holder, 'cardId'>, over: Partial<Acted> = {}): Acted =>
  ({ card: { cardId }, staff: window1, applicant: cardholder, evidence: evidenceIn(channel), idempotencyKey: newKey(), ...over })

/** What came of it in one word: done, already, or why not. */
export const word = async (answer: Promise<Answer<'channel/reportLoss' | 'channel/releaseLoss' | 'channel/acceptReissue' | 'channel/bankReported'>>): Promise<string> => {
  const given = await answer
  return given.ok ? given.data.result : given.error.code
}

/** The holder of a card, signed in at a platform by their own face. */
export const signedIn = async (record: TestRecord, { name, id_number: idNumber }: Holder, door: Door): Promise<Visitor> => {
  const who = await visitor(record, door)
  await ok(who.bind({ name, idNumber }))
  return who
}

const byCitizen = async ({ token, check }: Visitor, { cardId }: Holder, purpose: 'reportLoss' | 'releaseLoss'): Promise<string> => {
  const answer = await call(`card/${purpose}`, { cardId, verificationId: await check({ purpose, cardId }), idempotencyKey: newKey() }, token)
  if (!answer.ok) return answer.error.code
  return answer.data.already ? 'already' : 'done'
}

/** As the voice line does once it has heard the card's number and the password. */
const byPhone = async ({ services }: TestRecord, caller: Partner, { card_number: cardNumber }: Holder, operation: 'reportLoss' | 'releaseLoss'): Promise<string> => {
  try {
    const { already } = await services.repository.cards.changeFor(caller, {
      by: { cardNumber }, operation, idempotencyKey: newKey(), content: operation, applicant: cardholder, staff: { id: 'voice', outlet: null },
      evidence: { kind: 'onlineCheck', method: 'password', reference: 'call-1', at: toIso(Date.now()) },
      decide: ({ card, by, policy, now }) => operation === 'reportLoss'
        ? decideReportLoss(card, { channel: 'phone', by, ids: { socialSecurity: newReceiptNumber(now), financial: newReceiptNumber(now) } }, policy, now)
        : decideRelease(card, { channel: 'phone', by }, policy, now),
    })
    return already ? 'already' : 'done'
  } catch (thrown) {
    return codeOf(thrown) ?? 'fault'
  }
}

/** Every door of a record: what comes of reporting and releasing there. */
export interface Doors {
  readonly partners: Readonly<Record<Exclude<Channel, Door>, Called>>
  report(channel: Channel, holder: Holder, kind?: ReportKind): Promise<string>
  release(channel: Channel, holder: Holder): Promise<string>
  /** A bank's word about its own half of the card. */
  bankReports(holder: Holder, kind?: ReportKind): Promise<string>
}

export const openDoors = async (record: TestRecord): Promise<Doors> => {
  const at = (channel: Exclude<Channel, Door>) => partner(record, { channel })
  const partners = { tianfu: await at('tianfu'), phone: await at('phone'), counter: await at('counter'), terminal: await at('terminal'), bank: await at('bank') }
  const phones = new Map<string, Promise<Visitor>>()
  // another account of the same person would take the place of the first
  const phoneOf = (door: Door, one: Holder) => {
    const found = phones.get(`${door} ${one.cardId}`) ?? signedIn(record, one, door)
    phones.set(`${door} ${one.cardId}`, found)
    return found
  }
  const act = (operation: 'reportLoss' | 'releaseLoss') => async (channel: Channel, one: Holder, kind?: ReportKind): Promise<string> => {
    if (channel === 'wechat' || channel === 'alipay') return byCitizen(await phoneOf(channel, one), one, operation)
    const who = partners[channel]
    if (channel === 'phone') return byPhone(record, who, one, operation)
    return operation === 'reportLoss'
      ? word(callAs(who, 'channel/reportLoss', { ...acted(who, one), ...(kind && { kind }) }))
      : word(callAs(who, 'channel/releaseLoss', acted(who, one)))
  }
  const bankReports = ({ cardId }: Holder, kind?: ReportKind) =>
    word(callAs(partners.bank, 'channel/bankReported', { card: { cardId }, staff: { id: 'bank-1' }, idempotencyKey: newKey(), ...(kind && { kind }) }))
  return { partners, report: act('reportLoss'), release: act('releaseLoss'), bankReports }
}
