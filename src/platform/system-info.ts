import Taro from '@tarojs/taro'

export type Theme = 'light' | 'dark'

/** What the system asks of every screen: its theme, its font size as a factor of the normal one, the window's width in CSS pixels. */
export interface SystemInfo {
  readonly theme: Theme
  readonly fontScale: number
  readonly width: number
}

const normalFontSize = 16

export const systemInfo = (): SystemInfo => {
  const { theme, fontSizeScaleFactor, fontSizeSetting } = Taro.getAppBaseInfo() as ReturnType<typeof Taro.getAppBaseInfo> & {
    // newer than Taro's types
    readonly fontSizeScaleFactor?: number
    readonly fontSizeSetting?: number
  }
  return {
    theme: theme === 'dark' ? 'dark' : 'light',
    fontScale: fontSizeScaleFactor ?? (fontSizeSetting ? fontSizeSetting / normalFontSize : 1),
    width: Taro.getWindowInfo().windowWidth,
  }
}

/** Tells when the system's theme changes; the answer ends it. */
export const onThemeChange = (tell: (theme: Theme) => void): (() => void) => {
  const heard: Taro.onThemeChange.Callback = ({ theme }) => tell(theme === 'dark' ? 'dark' : 'light')
  Taro.onThemeChange(heard)
  return () => Taro.offThemeChange(heard)
}
