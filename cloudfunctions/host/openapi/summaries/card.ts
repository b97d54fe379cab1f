import type { SummariesOf } from './summary'

export const cardSummaries: SummariesOf<'card'> = {
  'card/list': { en: 'The cards one holds or acts for', zh: '我的社保卡' },
  'card/get': { en: 'A card, with the report that is open', zh: '社保卡详情' },
  'card/reportLoss': {
    en: 'Report a loss',
    zh: '挂失',
    more: {
      en: 'Of the social security function; the bank’s half is reported to the bank. By a passed check of the purpose `reportLoss` for this card.',
      zh: '挂失社保功能；金融功能须向发卡银行挂失。须先通过该卡用途为 `reportLoss` 的核验。',
    },
  },
  'card/releaseLoss': {
    en: 'Unhook: the card works again',
    zh: '解挂',
    more: {
      en: 'Where the city lets this channel release the report. By a passed check of the purpose `releaseLoss` for this card.',
      zh: '以所在城市允许本渠道解挂为限。须先通过该卡用途为 `releaseLoss` 的核验。',
    },
  },
  'card/bankTold': { en: 'That the bank has been told, or not after all', zh: '已向银行挂失（可撤回）' },
  'card/dispute': { en: 'It wasn’t me', zh: '不是我办的', more: { en: 'Until it is closed nothing is released and no reissue accepted.', zh: '处理完毕前不解挂、不受理补换卡。' } },
  'card/setServicePassword': {
    en: 'Set the password of the voice line',
    zh: '设置服务密码',
    more: { en: 'By a passed check of the purpose `setPassword` for this card.', zh: '须先通过该卡用途为 `setPassword` 的核验。' },
  },
  'card/history': { en: 'What happened to a card, newest first', zh: '办理记录，最新在前' },
}
