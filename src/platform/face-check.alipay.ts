import type { Met, PlatformChallenge } from './face-check'

/** Alipay's numbers: passed, ended without passing, left by the citizen. Any other (6002: no network) leaves it open. */
const ends: Readonly<Record<string, Met>> = { 9000: 'finished', 4000: 'finished', 6001: 'cancelled' }
const saidBy = (status: string): Met => ends[status] ?? 'unsure'

/** Alipay's check of a face against a name and a number. */
export const meetChallenge = (challenge: PlatformChallenge): Promise<Met> =>
  new Promise((resolve) => {
    if (challenge.provider !== 'alipay') return resolve('unsupported')
    const { certifyId, url } = challenge
    const param = JSON.stringify({ certifyId, url })
    my.call('startBizService', { name: 'open-certify', param }, ({ resultStatus }) => resolve(saidBy(String(resultStatus))))
  })
