import { asyncApi } from './callbacks'
import type { ApiContext, Apis } from './context'

const screen = {
  pixelRatio: 2,
  windowWidth: 375,
  windowHeight: 667,
  screenWidth: 375,
  screenHeight: 667,
  statusBarHeight: 20,
  safeArea: { top: 20, bottom: 667, left: 0, right: 375, width: 375, height: 647 },
}

const usualTextSize = 16

const events = ['AppShow', 'AppHide', 'Error', 'UnhandledRejection', 'PageNotFound', 'ThemeChange', 'NetworkStatusChange', 'WindowResize', 'MemoryWarning']

/** What the platform tells about the phone, itself, and when they change. */
export function systemApis(context: ApiContext): Apis {
  const { device, sandbox, pages, listeners } = context
  const info = () => ({
    ...screen,
    SDKVersion: '3.8.12',
    version: '8.0.60',
    app: context.platform === 'weapp' ? 'wechat' : 'alipay',
    platform: 'devtools',
    system: 'mini-program host',
    brand: 'host',
    model: 'host',
    language: device.language,
    theme: device.theme,
    fontSizeScaleFactor: device.fontSizeScaleFactor,
    fontSizeSetting: usualTextSize * device.fontSizeScaleFactor,
    locationEnabled: true,
    wifiEnabled: true,
    bluetoothEnabled: false,
    deviceOrientation: 'portrait',
  })
  const read = () => sandbox.copy(info())
  const entry = () => sandbox.copy({ path: pages.first, query: {}, scene: 1001, referrerInfo: {} })
  return {
    SDKVersion: info().SDKVersion,
    getSystemInfoSync: read,
    getWindowInfo: read,
    getAppBaseInfo: read,
    getDeviceInfo: read,
    getDeviceBaseInfo: read,
    getSystemSetting: read,
    getSystemInfo: asyncApi(context, 'getSystemInfo', info),
    getSystemInfoAsync: asyncApi(context, 'getSystemInfoAsync', info),
    getAppAuthorizeSetting: () => sandbox.copy({ locationAuthorized: device.location ? 'authorized' : 'denied', notificationAuthorized: 'authorized' }),
    getLaunchOptionsSync: entry,
    getEnterOptionsSync: entry,
    getAccountInfoSync: () => sandbox.copy({ miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' } }),
    getMenuButtonBoundingClientRect: () => sandbox.copy({ top: 24, bottom: 56, left: 281, right: 368, width: 87, height: 32 }),
    getUpdateManager: () => ({ onCheckForUpdate() {}, onUpdateReady() {}, onUpdateFailed() {}, applyUpdate() {} }),
    getNetworkType: asyncApi(context, 'getNetworkType', () => {
      const networkType = context.network.online ? 'wifi' : 'none'
      return { networkType, networkAvailable: context.network.online }
    }),
    nextTick: (callback: () => void) => void context.sandbox.Promise.resolve().then(() => context.journal.guard('nextTick', callback)),
    ...Object.assign({}, ...events.map((event) => listeners.pair(event))),
  }
}
