import type { DataOf } from '@/contract'
import type { ExamplesOf } from './example'

const child: DataOf<'person/consent'>['child'] = {
  childId: 'p-1', maskedName: '示*', cards: ['c-0123456789'], consent: 'needed', endsOn: '2034-06-01', ended: false,
}
const grant: DataOf<'person/grantProxy'>['grant'] = {
  grantId: 'g-1',
  cardId: 'c-0123456789',
  maskedName: '示***',
  maskedNumber: '99****01',
  purpose: 'reportLoss',
  grantedAt: '2026-03-02T09:30:00.000+08:00',
  until: '2026-03-09T23:59:59.999+08:00',
}

export const personExamples: ExamplesOf<'person'> = {
  'person/family': { request: {}, data: { children: [child], actingFor: [grant], proxies: [grant], atMost: 8 } },
  'person/consent': { request: { childId: 'p-1', agreed: true, notice: '2026-03-01' }, data: { child } },
  'person/grantProxy': {
    request: {
      cardId: 'c-0123456789',
      purpose: 'reportLoss',
      proxy: { name: '示例公民甲', idNumber: '00000019850312001X' },
      lastDay: '2026-03-09',
      verificationId: 'v-1',
      idempotencyKey: 'key-00000001',
    },
    data: { grant },
  },
  'person/revokeProxy': { request: { cardId: 'c-0123456789', grantId: 'g-1' }, data: { already: true } },
  'person/inbox': {
    request: { cursor: '12' },
    data: {
      messages: [{
        messageId: 'm-1',
        cardId: 'c-0123456789',
        maskedNumber: '99****01',
        about: 'lapsesSoon',
        function: 'socialSecurity',
        at: '2026-03-02T09:30:00.000+08:00',
        channel: 'phone',
        by: 'proxy',
        actor: '示**',
        kind: 'temporary',
        lapsesAt: '2026-03-09T09:30:00.000+08:00',
        outcome: 'upheld',
        read: false,
        hotline: '028-12333',
        disputable: 'lossReported',
      }],
      unread: 1,
      cursor: '11',
    },
  },
  'person/readInbox': { request: { messageId: 'm-1' }, data: { unread: 0 } },
  'person/messageTemplates': { request: {}, data: { templates: [{ template: 'cardChanged', id: 'tmpl-1' }] } },
  'person/subscribe': { request: { templates: ['cardChanged', 'lapsesSoon'], idempotencyKey: 'key-00000001' }, data: {} },
  'person/myData': {
    request: {},
    data: {
      maskedName: '示***',
      maskedIdNumber: '0000**********001X',
      maskedPhone: '100****0001',
      accounts: [{ channel: 'wechat', boundAt: '2026-03-02T09:30:00.000+08:00', current: true }],
      kept: [{ what: 'identityCheck', count: 2 }],
    },
  },
  'person/exportData': { request: { verificationId: 'v-1' }, data: { copy: '{}' } },
  'person/eraseData': { request: {}, data: { erased: [{ what: 'session', count: 2 }], stays: [{ what: 'cardRecord', count: 1 }] } },
}
