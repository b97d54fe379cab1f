import type { Met, PlatformChallenge } from './face-check'

/** Alipay's numbers: done, and left by the citizen. Any other (6002: no network) leaves it open. */
const saidBy = (status: string): Met => (status === '9000' ? 'finished' : status === '6001' ? 'cancelled' : 'unsure')

/** Alipay's check of a face against a name and a number. */
export const meetChallenge = (challenge: PlatformChallenge): Promise<Met> =>
  new Promise((resolve) => {
    if (challenge.provider !== 'alipay') return resolve('unsupported')
    const { certifyId, url } = challenge
    const param = JSON.stringify({ certifyId, url })
    my.call('startBizService', { name: 'open-certify', param }, ({ resultStatus }) => resolve(saidBy(String(resultStatus))))
  })
