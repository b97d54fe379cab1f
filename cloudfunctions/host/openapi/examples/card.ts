import type { ExamplesOf } from './example'
import { bank, card, dispute, historyEvent, report } from './pieces'

const verified = { cardId: 'c-0123456789', verificationId: 'v-1', idempotencyKey: 'key-00000001' }

export const cardExamples: ExamplesOf<'card'> = {
  'card/list': { request: {}, data: { cards: [card] } },
  'card/get': { request: { cardId: 'c-0123456789' }, data: { card, report, bank: { ...bank, told: true }, dispute } },
  'card/reportLoss': { request: verified, data: { report, card, already: false } },
  'card/releaseLoss': { request: verified, data: { report, card, already: true } },
  'card/bankTold': { request: { cardId: 'c-0123456789', told: true, idempotencyKey: 'key-00000001' }, data: { card } },
  'card/dispute': {
    request: { cardId: 'c-0123456789', about: 'lossReported', idempotencyKey: 'key-00000001' },
    data: { card, dispute, already: false },
  },
  'card/setServicePassword': { request: { ...verified, password: '730914' }, data: { card } },
  'card/history': {
    request: { cardId: 'c-0123456789', cursor: '12' },
    data: {
      events: [
        historyEvent,
        { at: '2026-03-01T09:30:00.000+08:00', what: 'cardImported', channel: 'system', by: 'system' },
      ],
      cursor: '11',
    },
  },
}
