import type { GuideFacts } from '@/copy/guide-facts'

/** Chengdu's rules as the guide says them, with the differences a test is about. */
export const guideFacts = (differences: Partial<GuideFacts> = {}): GuideFacts => ({
  hotline: '028-12333',
  online: '微信、支付宝、天府市民云',
  anyOutlet: true,
  coversBank: false,
  medicalCare: 'reimburse',
  passwords: 6,
  lockHours: 24,
  handlingAge: 16,
  privacyAge: 14,
  readyDays: 15,
  cancelsFirst: true,
  photoFor: '医保卡换社保卡',
  mail: true,
  bankApp: true,
  activatedIn: '微信、柜台',
  bankAppActivates: false,
  collectDays: 90,
  fee: null,
  banks: '成都银行',
  ...differences,
})
