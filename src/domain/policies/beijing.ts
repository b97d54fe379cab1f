import type { CityPolicy } from '../policy'
import { national } from './national'
import { sourced } from './sourced'

const inPerson = { socialSecurity: ['temporary', 'formal'], financial: [] } as const

export const beijing: CityPolicy = {
  ...national,
  city: 'beijing',
  name: { zh: '北京', en: 'Beijing' },
  hotline: sourced('96102', 'articleLost', 'A'),
  place: sourced({ division: '110000', box: { west: 115.41, south: 39.43, east: 117.51, north: 41.06 } }, 'cityPages', 'U'),
  temporaryDays: { ...national.temporaryDays, socialSecurity: sourced(10, 'cityNotices', 'A') },
  reports: sourced({
    ...national.reports.value,
    counter: inPerson,
    terminal: { socialSecurity: ['temporary'], financial: [] },
  }, 'articleLost', 'S'),
  reissue: { ...national.reissue, formalOnlyWith: sourced(['counter'], 'articleLost', 'S') },
  medicalCareMeanwhile: sourced('voucher', 'articleLost', 'S'),
}
