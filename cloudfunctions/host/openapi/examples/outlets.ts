import type { DataOf, RequestOf } from '@/contract'
import { cityRules } from './city-rules'
import type { ExamplesOf } from './example'
import { bank } from './pieces'

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

export const outletsExamples: ExamplesOf<'outlets'> = {
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
}
