import type { ExamplesOf } from './example'
import { card, order, pdf, receipt, report } from './pieces'

const cardId = 'c-0123456789'
const idempotencyKey = 'key-00000001'
const verificationId = 'v-1'
const address = { recipient: '示例公民甲', phone: '13800000000', division: '510107', street: '示例路 1 号' }
const done = { card, order, already: false }

export const reissueExamples: ExamplesOf<'reissue'> = {
  'reissue/options': {
    request: { cardId, reason: 'lost' },
    data: {
      answer: {
        kind: 'replacement',
        report: 'madeToo',
        stopsOldCard: true,
        cancelFirst: false,
        fee: 0,
        options: [
          { way: 'instant', where: ['bank'], here: false, banks: ['bocd'], papers: ['holderId'], photo: false, workingDays: 0 },
          { way: 'mail', where: ['wechat'], here: true, banks: [], papers: ['holderId', 'photo'], photo: true, workingDays: 15, ready: { date: '2026-03-23' } },
        ],
      },
    },
  },
  'reissue/uploadPhoto': { request: { cardId, photo: '/9j/4AAQ', idempotencyKey }, data: { photoId: 'p-1' } },
  'reissue/apply': {
    request: { cardId, verificationId, idempotencyKey, reason: 'lost', way: 'mail', bank: 'bocd', outlet: 'chengdu.wh-01', address, photoId: 'p-1' },
    data: { card, order, report, already: false },
  },
  'reissue/order': { request: { cardId }, data: { card, order } },
  'reissue/correct': { request: { cardId, orderId: 'o-1', photoId: 'p-2', address, idempotencyKey }, data: done },
  'reissue/cancel': { request: { cardId, orderId: 'o-1', idempotencyKey }, data: done },
  'reissue/changeAddress': { request: { cardId, orderId: 'o-1', address, idempotencyKey }, data: done },
  'reissue/receipt': { request: { cardId }, data: { receipt } },
  'reissue/applicationForm': { request: { cardId, reason: 'damaged', way: 'serviceOutlet' }, data: { pdf } },
  'reissue/activate': { request: { cardId, verificationId, password: '730914', idempotencyKey }, data: { card, already: false } },
}
