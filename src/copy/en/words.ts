import type { Copy } from '../zh'

export const words = {
  socialSecurity: 'Social security',
  financial: 'Financial function',
  cardTitle: 'Social Security',
  channel: {
    wechat: 'WeChat',
    alipay: 'Alipay',
    tianfu: 'Tianfu Citizen Cloud',
    phone: '12333 phone line',
    counter: 'counter',
    terminal: 'self-service machine',
    bank: 'bank',
    system: 'the record',
  },
  by: { cardholder: 'cardholder', guardian: 'guardian', proxy: 'proxy', bank: 'bank', system: 'by itself' },
  kind: { temporary: 'Temporary report', formal: 'Formal report' },
  list: (items: readonly string[]) => items.join(', '),
  either: (items: readonly string[]) => items.join(' or '),
  cardLabel: (social: string, financial: string, name?: string) => `${name ? `${name}’s card. ` : ''}Social security: ${social}. Financial function: ${financial}.`,
  bank: 'Issuing bank',
  tail: (number: string) => `Ends in ${number}`,
  whose: { cardholder: 'Your', guardian: 'The child’s', proxy: 'Their' },
} satisfies Copy['words']

export const badges = {
  socialSecurity: {
    inUse: 'Works',
    temporarilyLost: 'Temporary report',
    formallyLost: 'Reported lost',
    toTell: 'Not reported',
    told: 'Reported',
    notActivated: 'Not activated',
    locked: 'Locked',
    beingReissued: 'Being reissued',
    cancelled: 'Cancelled',
    unknown: 'Not found',
  },
  financial: {
    inUse: 'No report',
    temporarilyLost: 'Temporary report',
    formallyLost: 'Bank reported',
    toTell: 'Not reported',
    told: 'Bank reported',
    notActivated: 'Not activated',
    locked: 'Locked',
    beingReissued: 'Being reissued',
    cancelled: 'Cancelled',
    unknown: 'Not found',
  },
} satisfies Copy['badges']

export const plain = {
  socialSecurity: {
    inUse: { say: 'Works', effect: 'For care and medicine' },
    temporarilyLost: { say: 'Stopped for now', effect: 'Not for care or medicine' },
    formallyLost: { say: 'Stopped', effect: 'Not for care or medicine' },
    toTell: { say: 'Still open', effect: 'For care and medicine' },
    told: { say: 'Stopped', effect: 'Not for care or medicine' },
    notActivated: { say: 'Not activated yet', effect: 'A new card works once activated' },
    locked: { say: 'Locked', effect: 'Take ID and card to an outlet' },
    beingReissued: { say: 'Being reissued', effect: 'The old card cannot be unhooked' },
    cancelled: { say: 'Cancelled', effect: 'The old card is void' },
    unknown: { say: 'Not found', effect: 'Call and ask first' },
  },
  financial: {
    inUse: { say: 'No report', effect: 'No report known to us' },
    temporarilyLost: { say: 'Temporary report', effect: 'To end it early, ask the bank' },
    formallyLost: { say: 'Reported at the bank', effect: 'Unhook it at the bank' },
    toTell: { say: 'Account still open', effect: 'No report to the bank' },
    told: { say: 'Reported at the bank', effect: 'As you told us' },
    notActivated: { say: 'Not activated yet', effect: 'Take your ID to the bank' },
    locked: { say: 'Locked', effect: 'Take ID and card to the bank' },
    beingReissued: { say: 'Being reissued', effect: 'Wait for the new card' },
    cancelled: { say: 'Cancelled', effect: 'The old card is void' },
    unknown: { say: 'Not found', effect: 'Call the bank first' },
  },
} satisfies Copy['plain']
