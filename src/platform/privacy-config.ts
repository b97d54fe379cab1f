import type { AppConfig } from '@tarojs/taro'

/** WeChat wants to know beforehand which place a mini-program may ask for, and what for; the other doors know no such thing. */
const ofWeChat: Pick<AppConfig, 'requiredPrivateInfos' | 'permission' | '__usePrivacyCheck__'> = {
  requiredPrivateInfos: ['getFuzzyLocation'],
  permission: { 'scope.userFuzzyLocation': { desc: '只用来算网点离您多远，不保存' } },
  __usePrivacyCheck__: true,
}

export const privacyConfig = process.env['TARO_ENV'] === 'weapp' ? ofWeChat : {}
