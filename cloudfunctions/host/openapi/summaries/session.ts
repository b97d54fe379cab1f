import type { SummariesOf } from './summary'

export const sessionSummaries: SummariesOf<'session'> = {
  'session/demoCitizens': { en: 'The demo citizens', zh: '演示公民', more: { en: 'There are some in the sandbox only.', zh: '仅沙箱环境提供。' } },
  'session/signIn': {
    en: 'Sign in',
    zh: '登录',
    more: {
      en: 'By a code of WeChat or Alipay, as a demo citizen in the sandbox, or at an enrolled terminal by what its reader has read from an ID card.',
      zh: '凭微信或支付宝的登录码；沙箱环境可选演示公民；已登记的自助终端凭读取的身份证信息。',
    },
  },
  'session/refresh': { en: 'Go on being signed in', zh: '续期登录', more: { en: 'Each refresh token is taken once.', zh: '每个续期令牌只能使用一次。' } },
  'session/signOut': { en: 'Sign out', zh: '退出登录' },
  'session/account': {
    en: 'Whose account this is',
    zh: '当前账号',
    more: { en: 'And where it is nobody’s any more, since when and why.', zh: '已不再绑定的账号，返回时间与原因。' },
  },
  'session/beginVerification': {
    en: 'Begin an identity check',
    zh: '开始身份核验',
    more: { en: 'Each check is for one purpose and, where it is about a card, for that card.', zh: '一次核验只用于一个用途；涉及社保卡的，只用于该卡。' },
  },
  'session/completeVerification': {
    en: 'End an identity check',
    zh: '完成身份核验',
    more: {
      en: 'The platform is asked how it ended; what the phone says is no proof. Only `passed` is a success. `sandboxResult` counts in the sandbox only.',
      zh: '结果以平台答复为准，手机端所述不作为证明；只有 `passed` 表示通过。`sandboxResult` 仅在沙箱环境有效。',
    },
  },
  'session/bind': {
    en: 'Bind the account to a person',
    zh: '绑定账号',
    more: { en: 'By a passed check of the purpose `bind`.', zh: '须先通过用途为 `bind` 的核验。' },
  },
  'session/unbind': { en: 'Unbind the account', zh: '解绑账号' },
  'session/enrolKiosk': {
    en: 'Make this browser a terminal',
    zh: '登记自助终端',
    more: { en: 'By a code that an operator issued. The device’s credential is a cookie.', zh: '凭运维人员签发的登记码；设备凭据保存在 Cookie 中。' },
  },
  'session/kiosk': { en: 'Which terminal this browser is', zh: '当前自助终端' },
}
