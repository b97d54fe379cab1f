import type { SaidIn } from './said'

export const en: SaidIn = {
  what: {
    lossReportedTemporary: 'Temporarily reported',
    lossReportedFormal: 'Formally reported',
    lossReportedBank: 'Bank side reported',
    reportReleased: 'Card unhooked',
    reportReleasedBank: 'Bank side unhooked',
    reportLapsed: 'Report has lapsed',
    lapsesSoon: 'Report ends soon',
    reissueApplied: 'Reissue asked for',
    reissueAccepted: 'Reissue accepted',
    reissueMoved: 'Reissue has moved on',
    addressChanged: 'New address for card',
    cardOpened: 'New card to activate',
    functionActivated: 'New card activated',
    disputed: '“It wasn’t me” said',
    disputeClosed: 'Dispute settled',
    passwordSet: 'Phone password set',
    guardianLinked: 'Guardian registered',
  },
  who: { cardholder: 'Cardholder', guardian: 'Guardian', proxy: 'Proxy', bank: 'Bank', system: 'System' },
  door: { wechat: 'WeChat', alipay: 'Alipay', tianfu: 'Tianfu app', phone: 'Phone', counter: 'Counter', terminal: 'Terminal', bank: 'Bank', system: 'System' },
  notYou: (hotline) => `Not you? ${hotline}`,
  makeFormal: 'Lost? Make it formal',
}
