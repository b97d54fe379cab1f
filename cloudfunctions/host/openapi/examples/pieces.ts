import type { DataOf } from '@/contract'

export const card: DataOf<'card/list'>['cards'][number] = {
  cardId: 'c-0123456789',
  maskedNumber: '99****01',
  holder: { relation: 'guardian', maskedName: '示*' },
  city: 'chengdu',
  issuingBank: 'bocd',
  socialSecurity: { state: 'temporarilyLost', since: '2026-03-02T09:30:00.000+08:00', lapsesAt: '2026-03-09T09:30:00.000+08:00' },
  financial: { state: 'inUse', since: '2020-01-01T00:00:00.000+08:00' },
  bankTold: false,
  actions: [
    { action: 'reportLoss', allowed: true },
    { action: 'releaseLoss', allowed: false, reason: 'releasedElsewhere', where: ['phone', 'counter'] },
    { action: 'bankTold', allowed: false, reason: 'bankHasReported' },
  ],
}

export const report: DataOf<'card/reportLoss'>['report'] = {
  receiptNumber: 'r-1',
  function: 'socialSecurity',
  kind: 'temporary',
  channel: 'phone',
  by: 'proxy',
  actor: '示**',
  reportedAt: '2026-03-02T09:30:00.000+08:00',
  lapsesAt: '2026-03-09T09:30:00.000+08:00',
  endedAt: '2026-03-09T09:30:00.000+08:00',
  endedBy: 'lapsed',
  releasedIn: [],
}

export const bank = { code: 'bocd', name: '成都银行', nameEn: 'Bank of Chengdu', hotline: '95507', verified: true }

export const dispute: DataOf<'card/dispute'>['dispute'] = {
  disputeId: 'd-1', about: 'lossReported', openedAt: '2026-03-02T09:30:00.000+08:00', closedAt: '2026-03-03T09:30:00.000+08:00', outcome: 'dismissed',
}

export const historyEvent: DataOf<'card/history'>['events'][number] = {
  at: '2026-03-02T09:30:00.000+08:00',
  what: 'lossReported',
  channel: 'wechat',
  by: 'guardian',
  actor: '示**',
  function: 'socialSecurity',
  kind: 'formal',
  receiptNumber: 'r-1',
  outcome: 'upheld',
  partner: '示例银行',
}
