import type { AppConfig } from '@tarojs/taro'

const place = { desc: '只用来算网点离您多远，不保存' }

/** WeChat wants to know beforehand which place a mini-program may ask for, and what for; it takes no word for albums and cameras. */
const ofWeChat: Pick<AppConfig, 'requiredPrivateInfos' | 'permission' | '__usePrivacyCheck__'> = {
  requiredPrivateInfos: ['getFuzzyLocation'],
  permission: { 'scope.userFuzzyLocation': place },
  __usePrivacyCheck__: true,
}

const photo = { desc: '选或拍一张办卡用的照片' }

/** What Alipay says when it asks for leave. */
const ofAlipay: Pick<AppConfig, 'permission'> = {
  permission: { 'scope.userLocation': place, 'scope.album': photo, 'scope.camera': photo, 'scope.writePhotosAlbum': { desc: '把领卡凭证存进相册' } },
}

export const privacyConfig = { weapp: ofWeChat, alipay: ofAlipay }[process.env['TARO_ENV'] ?? ''] ?? {}
