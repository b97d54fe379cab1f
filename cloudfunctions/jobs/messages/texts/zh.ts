import type { SaidIn } from './said'

export const zh: SaidIn = {
  what: {
    lossReportedTemporary: '社保功能已临时挂失',
    lossReportedFormal: '社保功能已正式挂失',
    lossReportedBank: '金融功能已挂失',
    reportReleased: '社保功能已解挂',
    reportReleasedBank: '金融功能已解挂',
    reportLapsed: '临时挂失已到期解挂',
    lapsesSoon: '临时挂失即将到期',
    reissueApplied: '已申请补换卡',
    reissueAccepted: '补换卡已受理',
    reissueMoved: '补换卡有新进度',
    addressChanged: '新卡邮寄地址已更改',
    cardOpened: '新卡已登记，待启用',
    functionActivated: '新卡功能已启用',
    disputed: '已提出“不是我办的”',
    disputeClosed: '“不是我办的”已有结论',
    passwordSet: '服务密码已设置',
    guardianLinked: '已登记监护人',
  },
  who: { cardholder: '持卡人', guardian: '监护人', proxy: '代办人', bank: '发卡银行', system: '系统' },
  door: { wechat: '微信', alipay: '支付宝', tianfu: '天府市民云', phone: '电话', counter: '服务网点', terminal: '自助机', bank: '发卡银行', system: '系统' },
  notYou: (hotline) => `不是您办的？请打${hotline}`,
  makeFormal: '未找到卡请转正式挂失',
}
