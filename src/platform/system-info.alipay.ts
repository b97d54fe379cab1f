import Taro from '@tarojs/taro'
import type { SystemInfo, Theme } from './system-info'

const normalFontSize = 16

/** Alipay shows mini-programs in its light theme only, and tells all in one call. */
export const systemInfo = (): SystemInfo => {
  const { fontSizeSetting, windowWidth } = Taro.getSystemInfoSync()
  return { theme: 'light', fontScale: fontSizeSetting ? fontSizeSetting / normalFontSize : 1, width: windowWidth }
}

export const onThemeChange = (_tell: (theme: Theme) => void): (() => void) => () => undefined
