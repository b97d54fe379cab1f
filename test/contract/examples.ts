import type { DataOf, OperationName, RequestOf } from '@/contract'
import { policyOf, sources, type SourceId } from '@/domain/policies'
import type { Sourced } from '@/domain/policy'

const card: DataOf<'card/list'>['cards'][number] = {
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

const report: DataOf<'card/reportLoss'>['report'] = {
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

const rule = <T>({ source, ...rest }: Sourced<T>) => ({ ...rest, source: sources[source as SourceId] })

const cityRules = (): DataOf<'outlets/policy'> => {
  const policy = policyOf('chengdu')
  const { limits, minors, temporaryDays } = policy
  return {
    city: 'chengdu',
    name: policy.name,
    hotline: rule(policy.hotline),
    temporaryDays: { socialSecurity: rule(temporaryDays.socialSecurity), financial: rule(temporaryDays.financial) },
    lapseWarningHours: { ...rule(policy.lapseWarningHours), value: [...policy.lapseWarningHours.value] },
    quietHours: rule(policy.quietHours),
    reports: rule(policy.reports) as DataOf<'outlets/policy'>['reports'],
    release: rule(policy.release) as DataOf<'outlets/policy'>['release'],
    anyOutletCancelsTemporary: rule(policy.anyOutletCancelsTemporary),
    formalCoversBank: rule(policy.formalCoversBank),
    exchangeStopsOldCard: rule(policy.exchangeStopsOldCard),
    limits: {
      wrongPasswords: rule(limits.wrongPasswords),
      passwordLockHours: rule(limits.passwordLockHours),
      failedChecks: rule(limits.failedChecks),
      checkLockHours: rule(limits.checkLockHours),
      falseReports: rule(limits.falseReports),
      barDays: rule(limits.barDays),
    },
    dependants: { atMost: rule(policy.dependants.atMost), grantDays: rule(policy.dependants.grantDays) },
    minors: { handlingAge: rule(minors.handlingAge), privacyAge: rule(minors.privacyAge) },
    movedInCards: rule(policy.movedInCards),
    readyInWorkingDays: rule(policy.readyInWorkingDays),
    medicalCareMeanwhile: rule(policy.medicalCareMeanwhile),
  }
}

const signedIn: DataOf<'session/signIn'> = { token: 'token', expiresAt: '2026-03-02T10:30:00.000+08:00', refreshToken: 'a.b.c', bound: true }
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

const verified = { cardId: 'c-0123456789', verificationId: 'v-1', idempotencyKey: 'key-00000001' }
const bank = { code: 'bocd', name: '成都银行', nameEn: 'Bank of Chengdu', hotline: '95507', verified: true }

const place = { latitude: 30.6402, longitude: 104.0431 }
const list: NonNullable<DataOf<'outlets/search'>['list']> = { version: 'v-1', currentSince: '2026-03-01T00:00:00.000+08:00', fictional: true }
const shownOutlet = {
  outletId: 'chengdu.wh-01',
  name: '示例武侯社保经办网点',
  kind: 'bank',
  bank: 'bocd',
  district: { code: '510107', name: '武侯区' },
  address: '示例路1号（演示）',
  location: place,
  phone: '028-00000001',
  capabilities: ['reportLoss', 'instantIssuance'],
  opening: { state: 'open', until: '2026-03-02T12:00:00.000+08:00', reopensAt: '2026-03-02T13:30:00.000+08:00' },
  checkedOn: '2026-02-20',
} as const satisfies Omit<DataOf<'outlets/get'>['outlet'], 'capabilities' | 'source'> & { capabilities: readonly string[] }
const anOutlet = { ...shownOutlet, capabilities: [...shownOutlet.capabilities] }
const found: DataOf<'outlets/search'>['outlets'][number] = { ...anOutlet, distance: 1210, fits: ['bank', 'capability', 'open'] }
const narrowing: Omit<RequestOf<'outlets/search'>, 'city'> = {
  near: place, system: 'wgs84', district: '510107', openAt: 'now', order: 'openFirst', query: 'wh', limit: 8, cursor: '8.0a1b',
}

const dispute: DataOf<'card/dispute'>['dispute'] = {
  disputeId: 'd-1', about: 'lossReported', openedAt: '2026-03-02T09:30:00.000+08:00', closedAt: '2026-03-03T09:30:00.000+08:00', outcome: 'dismissed',
}
const historyEvent: DataOf<'card/history'>['events'][number] = {
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
const member = { staffId: 'demo-007', outletId: 'chengdu.wh-01', outletName: '示例网点', city: 'chengdu' } as const
const kiosk = { kioskId: 'k-1', outletId: 'chengdu.wh-01', outletName: '示例网点', city: 'chengdu' } as const

interface Example<Name extends OperationName> {
  readonly request: RequestOf<Name>
  readonly data: DataOf<Name>
}

/** A good request and a good answer of every operation, full to the brim. */
export const examples: { readonly [Name in OperationName]: Example<Name> } = {
  'session/demoCitizens': { request: {}, data: { citizens: [{ id: 'one', name: '示例公民甲', note: '在用', idNumber: '00000019850312001X' }] } },
  'session/signIn': { request: { proof: { kind: 'sandbox', citizen: 'one', door: 'wechat' } }, data: signedIn },
  'session/refresh': { request: { refreshToken: 'a.b.c' }, data: signedIn },
  'session/signOut': { request: {}, data: {} },
  'session/account': {
    request: {},
    data: { bound: true, maskedName: '示***', boundAt: '2026-03-02T09:30:00.000+08:00', ended: { at: '2026-03-03T09:30:00.000+08:00', why: 'moved' } },
  },
  'session/beginVerification': {
    request: { subject: { purpose: 'reportLoss', cardId: 'c-0123456789' } },
    data: { verificationId: 'v-1', challenge: { provider: 'alipay', certifyId: 'certify-1', url: 'https://openapi.alipay.com/gateway.do?sign=a' } },
  },
  'session/completeVerification': {
    request: { verificationId: 'v-1', phone: 'finished', sandboxResult: 'passed' },
    data: { result: 'passed', validUntil: '2026-03-02T09:40:00.000+08:00' },
  },
  'session/bind': { request: { verificationId: 'v-1', notice: '2026-03-01' }, data: { maskedName: '示***', moved: true, already: false } },
  'session/unbind': { request: {}, data: { already: false } },
  'session/enrolKiosk': { request: { code: 'a-b' }, data: { kiosk } },
  'session/kiosk': { request: {}, data: { kiosk } },
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
  'person/subscribe': { request: { templates: ['cardChanged', 'lapsesSoon'] }, data: {} },
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
  'outlets/banks': { request: { city: 'chengdu' }, data: { banks: [bank] } },
  'outlets/policy': { request: { city: 'chengdu' }, data: cityRules() },
  'outlets/districts': {
    request: { city: 'chengdu' },
    data: { districts: [{ code: '510107', name: '武侯区', outlets: 7 }], list },
  },
  'outlets/search': {
    request: { city: 'chengdu', ...narrowing, bank: 'bocd', kind: ['bank'], capability: ['instantIssuance'] },
    data: { outlets: [found], cursor: '16.0a1b', list },
  },
  'outlets/get': {
    request: { outletId: 'chengdu.wh-01', system: 'gcj02' },
    data: {
      outlet: { ...anOutlet, hours: [[{ from: '09:00', to: '12:00' }], [], [], [], [], [], []], holidays: 'closed', notes: '二楼', source: '演示数据' },
      list,
    },
  },
  'outlets/forCard': {
    request: { cardId: 'c-0123456789', need: 'instantReissue', ...narrowing, step: 'issuingBankPrints' },
    data: {
      steps: [{ step: 'issuingBankPrints', kinds: ['bank'], bank: 'bocd', capability: 'instantIssuance', outlets: [found], cursor: '16.0a1b' }],
      none: { code: 'releasedElsewhere', where: ['wechat'] },
      list,
    },
  },
  'channel/cardStatus': { request: { find: { idNumber: '00000019850312001X' }, staff: acted.staff }, data: { cards: [{ ...partnerCard, report }] } },
  'channel/history': {
    request: { card: { cardId: 'c-0123456789' }, staff: acted.staff, cursor: '12' },
    data: { events: [historyEvent], cursor: '11' },
  },
  'channel/reportLoss': { request: { ...acted, kind: 'temporary' }, data: done },
  'channel/releaseLoss': { request: acted, data: done },
  'channel/acceptReissue': { request: { ...acted, kind: 'replacement' }, data: done },
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
  'counter/signIn': { request: { staffId: 'demo-007', password: 'a word' }, data: member },
  'counter/signOut': { request: {}, data: {} },
  'counter/me': { request: {}, data: member },
}
