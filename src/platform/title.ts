import Taro from '@tarojs/taro'

/** The words in the bar above the page. */
export const setTitle = (title: string): void => {
  void Taro.setNavigationBarTitle({ title })
}
