import Taro from '@tarojs/taro'
import { apiBase } from './build'
import { answerWithin, inTime } from './no-answer'

const post = async (url: string, request: object, token?: string): Promise<unknown> => {
  try {
    const { data } = await Taro.request<unknown>({
      url,
      method: 'POST',
      data: request,
      timeout: answerWithin,
      header: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
    })
    return data
  } catch (cause) {
    // some platforms reject on any status but 2xx; a body that came is an answer all the same
    if (typeof cause === 'object' && cause !== null && 'data' in cause && cause.data) return cause.data
    throw cause
  }
}

/**
 * Calls a function's operation (`POST <base>/<function>/<operation>`) and gives back the reply's body, unchecked, whatever its
 * status. Rejects with NoAnswer only. The token says who calls.
 */
export const httpsCall = (name: string, operation: string, request: object, token?: string): Promise<unknown> =>
  inTime(post(`${apiBase}/${name}/${operation}`, request, token))
