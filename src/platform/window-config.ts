const plain = {
  window: {
    navigationBarTitleText: '社保卡',
    navigationBarBackgroundColor: '#EDF2F4',
    navigationBarTextStyle: 'black',
    backgroundColor: '#EDF2F4',
  },
} as const

/** WeChat takes the bar's colours from `src/theme.json`, by the system's theme; the other doors know no such thing. */
const byTheme = {
  darkmode: true,
  themeLocation: 'theme.json',
  window: {
    ...plain.window,
    navigationBarBackgroundColor: '@paper',
    navigationBarTextStyle: '@barText' as 'black',
    backgroundColor: '@paper',
    backgroundTextStyle: '@pullText' as 'dark',
  },
} as const

/** How the window around the pages looks, for the app's configuration. */
export const windowConfig = process.env['TARO_ENV'] === 'weapp' ? byTheme : plain
