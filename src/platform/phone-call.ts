import Taro from '@tarojs/taro'

/** Opens the dialler with a number. Someone who closes it again has done nothing wrong. */
export const callPhone = async (phoneNumber: string): Promise<void> => {
  try {
    await Taro.makePhoneCall({ phoneNumber })
  } catch {
    return
  }
}
