import type { CityPolicy } from '../policy'
import { banks } from './banks'
import { sourced } from './sourced'

const formal = { socialSecurity: ['formal'], financial: [] } as const
const atCounter = { socialSecurity: ['formal', 'temporary'], financial: [] } as const

/** What holds where a city has no word of its own; the Tianfu Citizen Cloud is Chengdu's door alone. */
export const national: CityPolicy = {
  city: 'national',
  name: { zh: '全国', en: 'Nationwide' },
  hotline: sourced('12333', 'cardMeasures', 'A', '2011-04-29'),
  place: sourced(null, 'ownChoice', 'U'),
  banks: sourced([banks.icbc, banks.abc, banks.ccb, banks.psbc, banks.boc], 'peerCities', 'U'),
  temporaryDays: {
    socialSecurity: sourced(7, 'cityNotices', 'A'),
    financial: sourced(5, 'savingsRegulations', 'A', '1993-03-01'),
  },
  lapseWarningHours: sourced([48, 12], 'ownChoice', 'U'),
  quietHours: sourced({ from: 22, until: 8 }, 'ownChoice', 'U'),
  reports: sourced({
    wechat: formal,
    alipay: formal,
    tianfu: { socialSecurity: [], financial: [] },
    phone: { socialSecurity: ['temporary'], financial: [] },
    counter: atCounter,
    terminal: atCounter,
    bank: { socialSecurity: [], financial: ['formal', 'temporary'] },
  }, 'cardMeasures', 'A', '2011-04-29'),
  release: sourced({
    wechat: { mode: 'online', channels: ['wechat', 'alipay'] },
    alipay: { mode: 'online', channels: ['wechat', 'alipay'] },
    tianfu: { mode: 'online', channels: ['wechat', 'alipay'] },
    phone: { mode: 'phone', channels: ['phone'] },
    counter: { mode: 'inPerson', channels: ['counter', 'terminal'] },
    terminal: { mode: 'inPerson', channels: ['counter', 'terminal'] },
    bank: { mode: 'bank', channels: ['bank'] },
  }, 'articleSichuan', 'S'),
  anyOutletCancelsTemporary: sourced(true, 'articleWhere', 'S'),
  formalCoversBank: sourced(false, 'articleSichuan', 'A'),
  exchangeStopsOldCard: sourced(false, 'cityNotices', 'U'),
  limits: {
    wrongPasswords: sourced(6, 'peerCities', 'U'),
    passwordLockHours: sourced(24, 'peerCities', 'U'),
    failedChecks: sourced(5, 'ownChoice', 'U'),
    checkLockHours: sourced(24, 'ownChoice', 'U'),
    falseReports: sourced(2, 'ownChoice', 'U'),
    barDays: sourced(30, 'ownChoice', 'U'),
  },
  dependants: { atMost: sourced(8, 'ownChoice', 'U'), grantDays: sourced(30, 'ownChoice', 'U') },
  minors: {
    handlingAge: sourced(16, 'handlingGuides', 'B'),
    privacyAge: sourced(14, 'personalInformationLaw', 'A', '2021-11-01'),
  },
  movedInCards: sourced('likeOwn', 'ownChoice', 'U'),
  reissue: {
    ways: {
      instant: sourced(['bank'], 'articleSichuan', 'A'),
      serviceOutlet: sourced(['counter', 'wechat', 'alipay'], 'articleLost', 'S'),
      bankApp: sourced(['bank'], 'articleShanghai', 'S'),
      mail: sourced(['counter', 'wechat', 'alipay'], 'articleLost', 'S'),
    },
    photoFor: sourced(['oldMedicalCard'], 'articleWhere', 'S'),
    fees: sourced({ replacement: null, exchange: null }, 'ownChoice', 'U'),
    timesAYear: sourced(null, 'ownChoice', 'U'),
    collectWithinDays: sourced(90, 'ownChoice', 'U'),
    formalOnlyWith: sourced([], 'ownChoice', 'U'),
    activation: {
      socialSecurity: sourced(['counter', 'terminal', 'wechat', 'alipay'], 'articleAgencies', 'S'),
      financial: sourced(['bank'], 'articleSichuan', 'A'),
    },
    bankAppActivates: sourced(false, 'ownChoice', 'U'),
  },
  readyInWorkingDays: sourced(15, 'articleLost', 'S'),
  medicalCareMeanwhile: sourced('reimburse', 'articleWhere', 'S'),
}
