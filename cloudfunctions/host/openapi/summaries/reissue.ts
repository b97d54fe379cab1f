import type { SummariesOf } from './summary'

export const reissueSummaries: SummariesOf<'reissue'> = {
  'reissue/options': { en: 'The ways to a new card', zh: '补换卡办理方式', more: { en: 'For a reason: where, what to bring, how long; or why not.', zh: '按原因：去哪里、带什么、要多久；不能办时说明原因。' } },
  'reissue/uploadPhoto': { en: 'Keep a photo for an application', zh: '上传照片' },
  'reissue/apply': {
    en: 'Apply for a new card',
    zh: '申请补换卡',
    more: {
      en: 'The loss of a lost card is reported in the same step. By a passed check of the purpose `reissue` for this card.',
      zh: '因丢失补卡的，同时办理正式挂失。须先通过该卡用途为 `reissue` 的核验。',
    },
  },
  'reissue/order': { en: 'The last order of a card', zh: '补换卡进度' },
  'reissue/correct': { en: 'Put right what an application was rejected for', zh: '补正申请' },
  'reissue/cancel': { en: 'Take an application back', zh: '撤回申请', more: { en: 'Until it is accepted.', zh: '受理前可撤回。' } },
  'reissue/changeAddress': { en: 'Send it elsewhere', zh: '修改邮寄地址', more: { en: 'Until it is in the mail, and again once it came back.', zh: '寄出前，或退回后可修改。' } },
  'reissue/receipt': { en: 'The collection receipt', zh: '领卡凭证' },
  'reissue/applicationForm': { en: 'The application form, filled in', zh: '已填好的申请表' },
  'reissue/activate': {
    en: 'Activate a new card',
    zh: '启用新卡社保功能',
    more: { en: 'And set the service password. By a passed check of the purpose `activate` for this card.', zh: '同时设置服务密码。须先通过该卡用途为 `activate` 的核验。' },
  },
}
