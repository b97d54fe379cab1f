import Taro from '@tarojs/taro'
import { inTime, NoAnswer } from './no-answer'

/** WeChat's code for whoever holds the phone; it asks nothing of them. */
export const takeCode = async () => {
  const { code } = await inTime(Taro.login())
  if (!code) throw new NoAnswer()
  return { kind: 'wechat', code } as const
}
