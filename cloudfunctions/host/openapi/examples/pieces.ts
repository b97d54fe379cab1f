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

export const address = { recipient: '示例公民甲', phone: '13800000000', division: '510107', street: '示例路 1 号' }

export const order: DataOf<'reissue/apply'>['order'] = {
  orderId: 'o-1',
  kind: 'replacement',
  reason: 'lost',
  way: 'mail',
  bank: 'bocd',
  by: 'guardian',
  channel: 'wechat',
  state: 'rejected',
  steps: [{ state: 'applied', at: '2026-03-02T09:30:00.000+08:00' }, { state: 'rejected', at: '2026-03-03T09:30:00.000+08:00' }],
  rejectedFor: 'photo',
  ready: { date: '2026-03-24' },
  collectBy: '2026-06-22',
  outlet: 'chengdu.wh-01',
  trackingNumber: 'EX000000001CN',
  address,
  photo: true,
  papersToCollect: ['holderId', 'receipt'],
  newCardId: 'c-9876543210',
}

export const receipt: DataOf<'reissue/receipt'>['receipt'] = {
  number: 'o-1',
  maskedName: '示*',
  maskedNumber: '99****01',
  kind: 'replacement',
  acceptedAt: '2026-03-02T09:30:00.000+08:00',
  ready: { date: '2026-03-23' },
  outlet: 'chengdu.wh-01',
  outletName: '示例武侯社保经办网点',
  meanwhile: 'reimburse',
  until: '2026-06-21',
  code: 'e30.MEUCIQ',
}

/** The letters %PDF-1.7. */
export const pdf = 'JVBERi0xLjc='
