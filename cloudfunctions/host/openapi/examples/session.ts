import type { DataOf } from '@/contract'
import type { ExamplesOf } from './example'

const signedIn: DataOf<'session/signIn'> = { token: 'token', expiresAt: '2026-03-02T10:30:00.000+08:00', refreshToken: 'a.b.c', bound: true }
const kiosk = { kioskId: 'k-1', outletId: 'chengdu.wh-01', outletName: '示例网点', city: 'chengdu' } as const

export const sessionExamples: ExamplesOf<'session'> = {
  'session/demoCitizens': { request: {}, data: { citizens: [{ id: 'one', name: '示例公民甲', note: '在用', idNumber: '00000019850312001X', cardNumbers: ['510100000000000101'] }] } },
  'session/signIn': { request: { proof: { kind: 'sandbox', citizen: 'one', door: 'wechat' } }, data: signedIn },
  'session/refresh': { request: { refreshToken: 'a.b.c' }, data: signedIn },
  'session/signOut': { request: {}, data: {} },
  'session/account': {
    request: {},
    data: { bound: true, maskedName: '示***', boundAt: '2026-03-02T09:30:00.000+08:00', ended: { at: '2026-03-03T09:30:00.000+08:00', why: 'moved' } },
  },
  'session/beginVerification': {
    request: { subject: { purpose: 'reportLoss', cardId: 'c-0123456789' } },
    data: { verificationId: 'v-1', challenge: { provider: 'alipay', certifyId: 'certify-1', url: 'https://openapi.alipay.com/gateway.do?sign=a' } },
  },
  'session/completeVerification': {
    request: { verificationId: 'v-1', phone: 'finished', sandboxResult: 'passed', readCard: '510100000000000101' },
    data: { result: 'passed', validUntil: '2026-03-02T09:40:00.000+08:00' },
  },
  'session/bind': { request: { verificationId: 'v-1', notice: '2026-03-01' }, data: { maskedName: '示***', moved: true, already: false } },
  'session/unbind': { request: {}, data: { already: false } },
  'session/enrolKiosk': { request: { code: 'a-b' }, data: { kiosk } },
  'session/kiosk': { request: {}, data: { kiosk } },
}
