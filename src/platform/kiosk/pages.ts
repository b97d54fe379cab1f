import Taro from '@tarojs/taro'
import { paths } from '../routes'

/** Whether the first page is in front, with none below it. */
export const isAtFirstPage = (): boolean => {
  const [first, ...above] = Taro.getCurrentPages()
  return above.length === 0 && (first?.route ?? '').replace(/^\//, '') === paths.home
}

/** To the page that only a browser has, where a code makes it a terminal. */
export const toEnrolment = (): void => void Taro.reLaunch({ url: '/pages/kiosk/index' })
