import type { CityPolicy } from '../policy'
import { banks } from './banks'
import { national } from './national'
import { sourced } from './sourced'

/** Any of the three online doors releases what any of them reported. */
const online = { mode: 'online', channels: ['wechat', 'alipay', 'tianfu'] } as const
const formal = { socialSecurity: ['formal'], financial: [] } as const

export const chengdu: CityPolicy = {
  ...national,
  city: 'chengdu',
  name: { zh: '成都', en: 'Chengdu' },
  hotline: sourced('028-12333', 'articleSichuan', 'A'),
  place: sourced({ division: '510100', box: { west: 102.9, south: 30.08, east: 104.89, north: 31.44 } }, 'cityPages', 'U'),
  banks: sourced([banks.icbc, banks.abc, banks.ccb, banks.psbc, banks.boc, banks.bocd, banks.cdrcb], 'articleSichuan', 'A'),
  temporaryDays: { ...national.temporaryDays, socialSecurity: sourced(7, 'articleSichuan', 'A') },
  reports: sourced({ ...national.reports.value, tianfu: formal, counter: formal, terminal: formal }, 'articleSichuan', 'S'),
  release: sourced({ ...national.release.value, wechat: online, alipay: online, tianfu: online }, 'articleSichuan', 'S'),
  movedInCards: sourced('cancelAtAgencyFirst', 'articleSichuan', 'S'),
}
