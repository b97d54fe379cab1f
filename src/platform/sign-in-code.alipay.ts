import { inTime } from './no-answer'

const ask = () =>
  new Promise<string>((resolve, reject) => {
    my.getAuthCode({ scopes: 'auth_base', success: ({ authCode }) => resolve(authCode), fail: reject })
  })

/** Alipay's code for whoever holds the phone; this scope asks nothing of them. */
export const takeCode = async () => ({ kind: 'alipay', code: await inTime(ask()) }) as const
