import type { Bank } from '../policy'

/** The banks that issue cards in the cities known here; `verified` where the bank's own page confirms the hotline. */
export const banks = {
  icbc: { code: 'icbc', name: { zh: '中国工商银行', en: 'ICBC' }, hotline: '95588', verified: true },
  abc: { code: 'abc', name: { zh: '中国农业银行', en: 'Agricultural Bank of China' }, hotline: '95599', verified: false },
  ccb: { code: 'ccb', name: { zh: '中国建设银行', en: 'China Construction Bank' }, hotline: '95533', verified: true },
  psbc: { code: 'psbc', name: { zh: '中国邮政储蓄银行', en: 'Postal Savings Bank of China' }, hotline: '95580', verified: false },
  boc: { code: 'boc', name: { zh: '中国银行', en: 'Bank of China' }, hotline: '95566', verified: true },
  bocd: { code: 'bocd', name: { zh: '成都银行', en: 'Bank of Chengdu' }, hotline: '95507', verified: true },
  cdrcb: { code: 'cdrcb', name: { zh: '成都农商银行', en: 'Chengdu Rural Commercial Bank' }, hotline: '95392', verified: true },
} as const satisfies Record<string, Bank>
