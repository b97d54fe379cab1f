import type { Challenge, VerificationResult } from '@/contract'
import type { PlatformPhone } from '../platform-phone'
import { ApiFailure, asyncApi, asyncApis, textOf, type Options } from './callbacks'
import type { ApiContext, Apis } from './context'

/** Who holds the phone: sign-in codes, and each platform's face check where a platform is given that has one. */
export function identityApis(context: ApiContext): Apis {
  const { platform, platformPhone: phone } = context
  return {
    ...asyncApis(context, {
      login: async () => ({ code: phone ? await phone.login() : 'host-login-code' }),
      getAuthCode: async () => ({ authCode: phone ? await phone.login() : 'host-auth-code' }),
    }),
    ...(phone && platform === 'weapp' ? { requestFacialVerify: facialVerify(context, phone) } : {}),
    ...(phone && platform === 'alipay' ? { call: bizService(context, phone) } : {}),
  }
}

/** How it went on the phone; a check needs the network. */
async function look({ network, device }: ApiContext, phone: PlatformPhone, challenge: Challenge): Promise<VerificationResult | 'offline'> {
  if (!network.online) return 'offline'
  await phone.face(challenge, device.face)
  return device.face
}

/** WeChat calls `success` for a check that came to its end, which its server may not know yet. */
function facialVerify(context: ApiContext, phone: PlatformPhone) {
  return asyncApi(context, 'requestFacialVerify', async ({ verifyId }) => {
    const went = await look(context, phone, { provider: 'wechat', verifyId: textOf(verifyId) })
    if (went === 'cancelled') throw new ApiFailure('cancel', { errCode: 90004 })
    if (went === 'failed') throw new ApiFailure('face mismatch', { errCode: 10004 })
    if (went === 'offline') throw new ApiFailure('network error', { errCode: 90007 })
    return { errCode: 0 }
  })
}

// as Alipay documents them: passed, something of the check's own with its code in the result, left by the citizen, no network
const alipayStatuses = { passed: '9000', failed: '4000', cancelled: '6001', pending: '6002', offline: '6002' } as const

const alipayResult = (certifyId: string, went: keyof typeof alipayStatuses) => ({
  resultStatus: alipayStatuses[went],
  result: went === 'passed' ? { certifyId } : went === 'failed' ? { certifyId, errorCode: 'FACE_MISMATCH' } : null,
})

/** Alipay's services of its own; of them only the face check is here. */
function bizService(context: ApiContext, phone: PlatformPhone) {
  const { journal, work, sandbox } = context
  return (service: string, options: Options, callback: (result: unknown) => void) => {
    journal.calls.push({ api: `call.${service}`, options })
    if (service !== 'startBizService' || options['name'] !== 'open-certify') return journal.fault('platform', new Error(`unknownApi: the host has no my.call ${service}`))
    const { certifyId, url } = JSON.parse(textOf(options['param'])) as { certifyId: string; url: string }
    const finished = work.begin(`my.call ${service}`)
    const went = look(context, phone, { provider: 'alipay', certifyId, url }).catch(() => 'failed' as const)
    void went.then((how) => {
      journal.guard(`${service} callback`, () => callback(sandbox.copy(alipayResult(certifyId, how))))
      finished()
    })
    return undefined
  }
}
