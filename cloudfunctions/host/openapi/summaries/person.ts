import type { SummariesOf } from './summary'

export const personSummaries: SummariesOf<'person'> = {
  'person/family': { en: 'Whom one acts for, and who acts for oneself', zh: '家人与代办人' },
  'person/consent': { en: 'A guardian’s consent for a child', zh: '监护人同意', more: { en: 'Or that it is withdrawn.', zh: '也用于撤回同意。' } },
  'person/grantProxy': {
    en: 'Let a proxy do one thing with a card',
    zh: '授权代办人',
    more: { en: 'Until the end of a day, by a passed check of the purpose `grantProxy`.', zh: '截至所选日期当日结束；须先通过用途为 `grantProxy` 的核验。' },
  },
  'person/revokeProxy': { en: 'Take a proxy’s leave back', zh: '撤销授权' },
  'person/inbox': { en: 'What one was told, newest first', zh: '消息，最新在前' },
  'person/readInbox': { en: 'Everything up to a message has been read', zh: '将该消息及更早的消息标为已读' },
  'person/messageTemplates': {
    en: 'What the platform can be asked to send',
    zh: '可订阅的平台消息',
    more: { en: 'None where the platform is not set up for it.', zh: '平台未开通时为空。' },
  },
  'person/subscribe': { en: 'What was allowed in the phone to be sent', zh: '记录已允许的订阅消息' },
  'person/myData': { en: 'What is kept of a person, masked', zh: '我的数据（脱敏）' },
  'person/exportData': {
    en: 'A copy of one’s own data, in clear',
    zh: '导出我的数据（明文）',
    more: { en: 'By a passed check of the purpose `exportData`. `copy` is a JSON document.', zh: '须先通过用途为 `exportData` 的核验；`copy` 为 JSON 文档。' },
  },
  'person/eraseData': {
    en: 'Unbind every account and delete what the law lets go of',
    zh: '解绑全部账号并删除可删除的数据',
    more: { en: 'The cards’ own record stays.', zh: '社保卡业务记录依法保留。' },
  },
}
