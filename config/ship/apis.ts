import type { ShopName } from './shop'

/** What WeChat wants in `requiredPrivateInfos`: https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/app.html#requiredPrivateInfos */
const places = [
  'getFuzzyLocation', 'getLocation', 'onLocationChange', 'startLocationUpdate', 'startLocationUpdateBackground', 'chooseLocation', 'choosePoi', 'chooseAddress',
]

/**
 * What is refused until the privacy guide names it: https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/miniprogram-intro.html;
 * the clipboard: https://developers.weixin.qq.com/community/develop/doc/000e6eb1600d9002295033a936b400
 */
const others = [
  'chooseImage', 'chooseMedia', 'chooseVideo', 'chooseMessageFile', 'saveImageToPhotosAlbum', 'saveVideoToPhotosAlbum', 'setClipboardData', 'getClipboardData',
  'chooseInvoice', 'chooseInvoiceTitle', 'chooseLicensePlate', 'getWeRunData', 'startRecord', 'getRecorderManager', 'joinVoIPChat', 'createVKSession', 'createCameraContext',
  'openBluetoothAdapter', 'createBLEPeripheralServer', 'addPhoneContact', 'addPhoneCalendar', 'addPhoneRepeatCalendar', 'getUserProfile', 'getUserInfo',
]
/** What a button or a field asks for. */
const byButton = ['getPhoneNumber', 'getRealtimePhoneNumber', 'chooseAvatar']

/** What Alipay asks leave for, with a sentence in `app.json`: https://opendocs.alipay.com/mini/framework/app-json */
const scopes: Readonly<Record<string, readonly string[]>> = {
  getLocation: ['scope.userLocation'],
  chooseImage: ['scope.album', 'scope.camera'],
  chooseVideo: ['scope.album', 'scope.camera'],
  saveImageToPhotosAlbum: ['scope.writePhotosAlbum'],
  saveVideoToPhotosAlbum: ['scope.writePhotosAlbum'],
}

const inCode = { weapp: [...places, ...others], alipay: Object.keys(scopes) } as const satisfies Record<ShopName, readonly string[]>

/** Which of a phone's private things a bundle's code asks for: as a property that is read, or as what a button opens. */
export const privateApisIn = (platform: ShopName, code: string): string[] => [
  ...inCode[platform].filter((name) => new RegExp(`\\.${name}\\b`).test(code)),
  ...byButton.filter((name) => new RegExp(`open-?[tT]ype["']?\\s*[:=]\\s*["'\`]${name}["'\`]`).test(code)),
]

export const isPlace = (api: string): boolean => places.includes(api)
export const scopesOf = (api: string): readonly string[] => scopes[api] ?? []
