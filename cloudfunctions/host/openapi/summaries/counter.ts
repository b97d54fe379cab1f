import type { SummariesOf } from './summary'

export const counterSummaries: SummariesOf<'counter'> = {
  'counter/signIn': {
    en: 'A member of staff signs in',
    zh: '柜台人员登录',
    more: { en: 'The session is a cookie that no script reads.', zh: '会话保存在脚本不可读的 Cookie 中。' },
  },
  'counter/signOut': { en: 'Sign out', zh: '退出登录' },
  'counter/me': { en: 'Who is signed in', zh: '当前柜台人员' },
}
