import type { SummariesOf } from './summary'

export const channelSummaries: SummariesOf<'channel'> = {
  'channel/cardStatus': {
    en: 'How a card is',
    zh: '查询社保卡状态',
    more: {
      en: 'A card by its number or id, or all of a holder’s by their ID number, with the report that is open and the last order of a new card. A bank sees its own cards.',
      zh: '按卡号或卡标识查一张，或按身份证号查持卡人名下全部，附有效的挂失与最近一次补换卡申请；银行只见本行所发的卡。',
    },
  },
  'channel/history': { en: 'What happened to a card, newest first', zh: '办理记录，最新在前' },
  'channel/reportLoss': {
    en: 'Report a loss',
    zh: '挂失',
    more: {
      en: 'Of the social security function, as the city lets the channel: `kind` says which, else it is the channel’s usual one.',
      zh: '挂失社保功能，以城市允许该渠道办理为限；`kind` 指定类型，未指定时按渠道惯例。',
    },
  },
  'channel/releaseLoss': { en: 'Release a loss report', zh: '解挂', more: { en: 'As far as the city’s rule of the report lets the channel.', zh: '以城市允许该渠道解挂该笔挂失为限。' } },
  'channel/acceptReissue': {
    en: 'A reissue was accepted',
    zh: '登记补换卡已受理',
    more: {
      en: 'From then on the report is final. Without an applicant: an application that was made online, as it stands. Where the city makes a formal report only with the new card, it is made in the same step.',
      zh: '受理后不能再解挂。不填申请人时，受理线上提交的申请；正式挂失须与补卡一并办理的城市，挂失同时完成。',
    },
  },
  'channel/orders': {
    en: 'Orders of new cards',
    zh: '补换卡申请',
    more: {
      en: 'That go on and stand in some states, the longest waiting first; a bank’s are those whose new card it makes. Addresses are clear for those who send a card, and masked for everyone else.',
      zh: '按状态查询未办结的申请，等待最久的在前；银行只见由本行制新卡的申请。收件地址只对负责寄送的一方完整显示。',
    },
  },
  'channel/rejectReissue': { en: 'Put an application back', zh: '退回申请补正' },
  'channel/correctOrder': {
    en: 'Put right what an application was rejected for',
    zh: '当面补正申请',
    more: { en: 'A new photo is one of the papers seen; an address comes along.', zh: '新照片计入所见材料，地址随请求提交。' },
  },
  'channel/cancelOrder': { en: 'Take an application back', zh: '撤回申请', more: { en: 'While nothing has been accepted.', zh: '受理前可以撤回。' } },
  'channel/changeAddress': {
    en: 'Have a new card sent somewhere else',
    zh: '改寄送地址',
    more: { en: 'At a counter, until the card is in the mail, and again once it came back.', zh: '在柜台办理，寄出前，或退件后。' },
  },
  'channel/orderPhoto': { en: 'The photo that goes with an order', zh: '查看申请照片', more: { en: 'For the counter that judges it; each look is kept.', zh: '供柜台审核，每次查看留痕。' } },
  'channel/applicationForm': {
    en: 'The application form, filled in',
    zh: '打印补换卡申请表',
    more: {
      en: 'Names and ID numbers stand in it in clear, so the holder’s ID number is to be read from the original; it is not found for a card that is not theirs.',
      zh: '表上姓名、身份证号完整显示，因此须按原件录入持卡人身份证号；与卡不符的，查不到。',
    },
  },
  'channel/moveOrder': {
    en: 'A card is made, ready, in the mail, or came back',
    zh: '制卡、待领、寄出、退回',
    more: { en: 'The new card’s number is given with any of these, before the card is handed over.', zh: '新卡卡号随任一步提供，须在领取之前。' },
  },
  'channel/collect': {
    en: 'A new card was handed over',
    zh: '领取新卡',
    more: {
      en: 'From then on the old card is cancelled, and the new one is there, not yet activated. In person with the papers and the receipt, for an exchange with the old card; without an applicant for a card that was delivered by mail.',
      zh: '领取后旧卡注销，新卡建立，状态为封存。现场领取核验证件与领卡凭证，换卡收回旧卡；邮寄签收不填申请人。',
    },
  },
  'channel/receipt': { en: 'The collection receipt, to be printed', zh: '打印领卡凭证' },
  'channel/activate': { en: 'Activate a new card', zh: '启用新卡社保功能' },
  'channel/bankActivated': { en: 'The bank’s own word: the financial function is activated', zh: '银行告知：金融功能已激活' },
  'channel/bankReported': { en: 'The bank’s own word: the financial function is reported lost', zh: '银行告知：金融功能已挂失' },
  'channel/bankReleased': { en: 'The bank’s own word: that report is released', zh: '银行告知：金融功能已解挂' },
  'channel/setServicePassword': { en: 'Set the password of the voice line', zh: '设置服务密码' },
  'channel/linkGuardian': {
    en: 'Put a minor in somebody’s care',
    zh: '登记监护关系',
    more: { en: 'At a counter, with the household register seen.', zh: '在柜台核验户口簿后办理。' },
  },
  'channel/disputes': { en: 'Open disputes, oldest first', zh: '待处理的异议，最早在前' },
  'channel/closeDispute': { en: 'How a dispute ended', zh: '登记异议处理结果' },
  'channel/voice': {
    en: 'One step of a telephone call',
    zh: '电话语音的一步',
    more: {
      en: '`turn` counts a call’s steps. The same turn again is answered as before, and counts nothing twice. The answer says what to read out and what to wait for.',
      zh: '`turn` 为通话步数；同一步重发得到相同答复，不重复计数。答复说明播报内容与等待的输入。',
    },
  },
  'channel/events': {
    en: 'What happened to cards, after a position',
    zh: '事件流（自某位置之后）',
    more: {
      en: 'Of the cards of the partner’s cities, and for a bank of its own; at least once, in the order of each card. Ask again with the `position` of the answer.',
      zh: '本合作方所在城市的卡，银行为本行所发的卡；至少送达一次，同一张卡按序。下次以答复中的 `position` 继续。',
    },
  },
}
