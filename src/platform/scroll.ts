import Taro from '@tarojs/taro'

/** Shows the page from its top again. */
export const toTop = (): void => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
