import type { Bank } from '../policy'

const onItsPage = { hotlineSource: 'bankPages', verified: true } as const
const unconfirmed = { hotlineSource: 'commonKnowledge', verified: false } as const

/** The banks that issue cards in the cities known here; `verified` where the bank's own page confirms the hotline. */
export const banks = {
  icbc: { code: 'icbc', name: { zh: '中国工商银行', en: 'ICBC' }, hotline: '95588', ...onItsPage },
  abc: { code: 'abc', name: { zh: '中国农业银行', en: 'Agricultural Bank of China' }, hotline: '95599', ...unconfirmed },
  ccb: { code: 'ccb', name: { zh: '中国建设银行', en: 'China Construction Bank' }, hotline: '95533', ...onItsPage },
  psbc: { code: 'psbc', name: { zh: '中国邮政储蓄银行', en: 'Postal Savings Bank of China' }, hotline: '95580', ...unconfirmed },
  boc: { code: 'boc', name: { zh: '中国银行', en: 'Bank of China' }, hotline: '95566', ...onItsPage },
  bocd: { code: 'bocd', name: { zh: '成都银行', en: 'Bank of Chengdu' }, hotline: '95507', ...onItsPage },
  cdrcb: { code: 'cdrcb', name: { zh: '成都农商银行', en: 'Chengdu Rural Commercial Bank' }, hotline: '95392', ...onItsPage },
  /** Issues cards in other cities; it is none of Chengdu's seven, and no source here gives its hotline. */
  bocom: { code: 'bocom', name: { zh: '交通银行', en: 'Bank of Communications' }, hotline: '', ...unconfirmed },
} as const satisfies Record<string, Bank>
