import type { CityPolicy } from '../policy'
import { national } from './national'
import { sourced } from './sourced'

export const shanghai: CityPolicy = {
  ...national,
  city: 'shanghai',
  name: { zh: '上海', en: 'Shanghai' },
  temporaryDays: { ...national.temporaryDays, socialSecurity: sourced(5, 'cityNotices', 'A') },
  reports: sourced({
    ...national.reports.value,
    bank: { socialSecurity: ['formal'], financial: ['formal', 'temporary'] },
  }, 'articleShanghai', 'S'),
}
