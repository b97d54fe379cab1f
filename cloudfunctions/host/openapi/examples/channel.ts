import type { DataOf, RequestOf } from '@/contract'
import type { ExamplesOf } from './example'
import { address, card, dispute, historyEvent, order, pdf, receipt, report } from './pieces'

const partnerCard: DataOf<'channel/reportLoss'>['card'] = {
  cardId: 'c-0123456789',
  maskedNumber: '99****01',
  maskedName: '示***',
  city: 'chengdu',
  issuingBank: 'bocd',
  socialSecurity: card.socialSecurity,
  financial: card.financial,
  bankTold: false,
  reissueAccepted: false,
  dispute,
  actions: card.actions,
}
const acted: RequestOf<'channel/releaseLoss'> = {
  card: { cardNumber: '990100000000000001' },
  staff: { id: 'window-3', outlet: 'chengdu.wh-01' },
  applicant: { role: 'proxy', name: '示例公民乙', idNumber: '00000019850312001X' },
  evidence: { kind: 'papers', seen: ['holderId', 'proxyId', 'card'] },
  idempotencyKey: 'key-00000001',
}
const done: DataOf<'channel/releaseLoss'> = { result: 'done', card: partnerCard, report }
const orderDone: DataOf<'channel/collect'> = { result: 'done', card: partnerCard, order }

export const channelExamples: ExamplesOf<'channel'> = {
  'channel/cardStatus': { request: { find: { idNumber: '00000019850312001X' }, staff: acted.staff }, data: { cards: [{ ...partnerCard, report, order }] } },
  'channel/history': {
    request: { card: { cardId: 'c-0123456789' }, staff: acted.staff, cursor: '12' },
    data: { events: [historyEvent], cursor: '11' },
  },
  'channel/reportLoss': { request: { ...acted, kind: 'temporary' }, data: done },
  'channel/releaseLoss': { request: acted, data: done },
  'channel/acceptReissue': { request: { ...acted, kind: 'replacement', reason: 'lost', way: 'mail', bank: 'bocd', address, outlet: 'chengdu.wh-01' }, data: done },
  'channel/orders': { request: { staff: acted.staff, states: ['applied'], cursor: '12' }, data: { orders: [{ order, card: partnerCard }], cursor: '11' } },
  'channel/rejectReissue': {
    request: { card: acted.card, staff: acted.staff, orderId: 'o-1', rejectedFor: 'photo', idempotencyKey: 'key-00000001' }, data: orderDone,
  },
  'channel/correctOrder': { request: { ...acted, orderId: 'o-1', address }, data: orderDone },
  'channel/cancelOrder': { request: { ...acted, orderId: 'o-1' }, data: orderDone },
  'channel/changeAddress': { request: { ...acted, orderId: 'o-1', address }, data: orderDone },
  'channel/orderPhoto': { request: { card: acted.card, staff: acted.staff, orderId: 'o-1' }, data: { photo: '/9j/2Q==' } },
  'channel/applicationForm': {
    request: { card: acted.card, staff: acted.staff, idNumber: '00000019850312001X', reason: 'damaged', way: 'serviceOutlet' }, data: { pdf },
  },
  'channel/moveOrder': {
    request: {
      card: acted.card, staff: acted.staff, orderId: 'o-1', move: 'mail', newCardNumber: '990100000000000002', newIssuedOn: '2026-03-20',
      trackingNumber: 'EX000000001CN', idempotencyKey: 'key-00000001',
    },
    data: orderDone,
  },
  'channel/collect': { request: { ...acted, orderId: 'o-1' }, data: orderDone },
  'channel/receipt': { request: { card: acted.card, staff: acted.staff }, data: { receipt, pdf } },
  'channel/activate': { request: { ...acted, password: '730914' }, data: done },
  'channel/bankActivated': { request: { card: acted.card, staff: acted.staff, idempotencyKey: 'key-00000001' }, data: done },
  'channel/bankReported': { request: { card: acted.card, staff: acted.staff, kind: 'formal', idempotencyKey: 'key-00000001' }, data: done },
  'channel/bankReleased': { request: { card: acted.card, staff: acted.staff, idempotencyKey: 'key-00000001' }, data: done },
  'channel/setServicePassword': { request: { ...acted, password: '730914' }, data: done },
  'channel/linkGuardian': {
    request: { ...acted, guardian: { name: '示例公民乙', idNumber: '00000019850312001X' } },
    data: { result: 'already', card: partnerCard, maskedGuardian: '示***' },
  },
  'channel/disputes': { request: { staff: acted.staff, cursor: '12' }, data: { disputes: [{ dispute, card: partnerCard }], cursor: '11' } },
  'channel/closeDispute': { request: { ...acted, disputeId: 'd-1', outcome: 'upheld' }, data: done },
  'channel/voice': {
    request: { callId: 'call-0001', turn: 1, caller: '+8610000000001', digits: '1#' },
    data: { say: ['请按 1'], language: 'zh', expect: { kind: 'digits', atMost: 1, seconds: 8 }, state: 'menu' },
  },
  'channel/events': {
    request: { after: 12, limit: 50 },
    data: { events: [{ position: 13, cardId: 'c-0123456789', cardReference: '0a1b', city: 'chengdu', ...historyEvent }], position: 13 },
  },
}
