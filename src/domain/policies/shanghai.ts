import type { CityPolicy } from '../policy'
import { national } from './national'
import { sourced } from './sourced'

export const shanghai: CityPolicy = {
  ...national,
  city: 'shanghai',
  name: { zh: '上海', en: 'Shanghai' },
  place: sourced({ division: '310000', box: { west: 120.85, south: 30.66, east: 122.21, north: 31.89 } }, 'cityPages', 'U'),
  temporaryDays: { ...national.temporaryDays, socialSecurity: sourced(5, 'cityNotices', 'A') },
  reports: sourced({
    ...national.reports.value,
    bank: { socialSecurity: ['formal'], financial: ['formal', 'temporary'] },
  }, 'articleShanghai', 'S'),
  reissue: {
    ...national.reissue,
    activation: { ...national.reissue.activation, socialSecurity: sourced(['counter', 'terminal', 'wechat', 'alipay', 'bank'], 'articleShanghai', 'S') },
    bankAppActivates: sourced(true, 'articleShanghai', 'S'),
  },
}
