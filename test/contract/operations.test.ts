import * as v from 'valibot'
import { type OperationName } from '@/contract'
import { operations } from '@/contract/operations'
import { examples } from './examples'

/** The wire, as it is agreed: each operation's fields, a question mark where one may be left out. */
const wire: Record<OperationName, { access: string; request: string; data: string }> = {
  'session/demoCitizens': { access: 'sandbox', request: '', data: 'citizens' },
  'session/signIn': { access: 'anyone', request: 'proof', data: 'bound expiresAt refreshToken token' },
  'session/refresh': { access: 'anyone', request: 'refreshToken', data: 'bound expiresAt refreshToken token' },
  'session/signOut': { access: 'account', request: '', data: '' },
  'session/account': { access: 'account', request: '', data: 'bound boundAt? ended? maskedName?' },
  'session/bind': { access: 'account', request: 'notice verificationId', data: 'already maskedName moved' },
  'session/unbind': { access: 'account', request: '', data: 'already' },
  'session/beginVerification': { access: 'account', request: 'subject', data: 'challenge verificationId' },
  'session/completeVerification': { access: 'account', request: 'phone? readCard? sandboxResult? verificationId', data: 'result validUntil?' },
  'session/enrolKiosk': { access: 'anyone', request: 'code', data: 'kiosk' },
  'session/kiosk': { access: 'anyone', request: '', data: 'kiosk?' },
  'person/family': { access: 'citizen', request: '', data: 'actingFor atMost children proxies' },
  'person/consent': { access: 'citizen', request: 'agreed childId notice', data: 'child' },
  'person/grantProxy': { access: 'citizen', request: 'cardId idempotencyKey lastDay proxy purpose verificationId', data: 'grant' },
  'person/revokeProxy': { access: 'citizen', request: 'cardId grantId', data: 'already' },
  'person/inbox': { access: 'citizen', request: 'cursor?', data: 'cursor? messages unread' },
  'person/readInbox': { access: 'citizen', request: 'messageId', data: 'unread' },
  'person/messageTemplates': { access: 'citizen', request: '', data: 'templates' },
  'person/subscribe': { access: 'citizen', request: 'idempotencyKey templates', data: '' },
  'person/myData': { access: 'citizen', request: '', data: 'accounts kept maskedIdNumber maskedName maskedPhone?' },
  'person/exportData': { access: 'citizen', request: 'verificationId', data: 'copy' },
  'person/eraseData': { access: 'citizen', request: '', data: 'erased stays' },
  'card/list': { access: 'citizen', request: '', data: 'cards' },
  'card/get': { access: 'citizen', request: 'cardId', data: 'bank card dispute? report?' },
  'card/reportLoss': { access: 'citizen', request: 'cardId idempotencyKey verificationId', data: 'already card report' },
  'card/releaseLoss': { access: 'citizen', request: 'cardId idempotencyKey verificationId', data: 'already card report?' },
  'card/bankTold': { access: 'citizen', request: 'cardId idempotencyKey told', data: 'card' },
  'card/dispute': { access: 'citizen', request: 'about cardId idempotencyKey', data: 'already card dispute' },
  'card/setServicePassword': { access: 'citizen', request: 'cardId idempotencyKey password verificationId', data: 'card' },
  'card/history': { access: 'citizen', request: 'cardId cursor?', data: 'cursor? events' },
  'reissue/options': { access: 'citizen', request: 'cardId reason', data: 'answer' },
  'reissue/uploadPhoto': { access: 'citizen', request: 'cardId idempotencyKey photo', data: 'photoId' },
  'reissue/apply': {
    access: 'citizen', request: 'address? bank? cardId idempotencyKey outlet? photoId? reason verificationId way', data: 'already card order report?',
  },
  'reissue/order': { access: 'citizen', request: 'cardId', data: 'card order?' },
  'reissue/correct': { access: 'citizen', request: 'address? cardId idempotencyKey orderId photoId?', data: 'already card order' },
  'reissue/cancel': { access: 'citizen', request: 'cardId idempotencyKey orderId', data: 'already card order' },
  'reissue/changeAddress': { access: 'citizen', request: 'address cardId idempotencyKey orderId', data: 'already card order' },
  'reissue/receipt': { access: 'citizen', request: 'cardId', data: 'receipt' },
  'reissue/applicationForm': { access: 'citizen', request: 'cardId reason way', data: 'pdf' },
  'reissue/activate': { access: 'citizen', request: 'cardId idempotencyKey password verificationId', data: 'already card' },
  'outlets/banks': { access: 'anyone', request: 'city', data: 'banks' },
  'outlets/policy': {
    access: 'anyone',
    request: 'city',
    data: 'anyOutletCancelsTemporary city dependants exchangeStopsOldCard formalCoversBank hotline lapseWarningHours limits'
      + ' medicalCareMeanwhile minors movedInCards name quietHours readyInWorkingDays reissue release reports temporaryDays',
  },
  'outlets/districts': { access: 'anyone', request: 'city', data: 'districts list?' },
  'outlets/search': {
    access: 'anyone',
    request: 'bank? capability? city cursor? district? kind? limit? near? openAt? order? query? system?',
    data: 'cursor? list? outlets',
  },
  'outlets/get': { access: 'anyone', request: 'outletId system?', data: 'list outlet' },
  'outlets/forCard': {
    access: 'citizen',
    request: 'cardId cursor? district? limit? near? need openAt? order? query? step? system?',
    data: 'list? none? steps',
  },
  'channel/cardStatus': { access: 'partner', request: 'find staff', data: 'cards' },
  'channel/history': { access: 'partner', request: 'card cursor? staff', data: 'cursor? events' },
  'channel/reportLoss': { access: 'partner', request: 'applicant card evidence idempotencyKey kind? staff', data: 'card report? result' },
  'channel/releaseLoss': { access: 'partner', request: 'applicant card evidence idempotencyKey staff', data: 'card report? result' },
  'channel/acceptReissue': {
    access: 'partner', request: 'address? applicant? bank? card evidence? idempotencyKey kind outlet? reason? staff way?', data: 'card report? result',
  },
  'channel/bankReported': { access: 'partner', request: 'card idempotencyKey kind? staff', data: 'card report? result' },
  'channel/bankReleased': { access: 'partner', request: 'card idempotencyKey staff', data: 'card report? result' },
  'channel/setServicePassword': { access: 'partner', request: 'applicant card evidence idempotencyKey password staff', data: 'card report? result' },
  'channel/linkGuardian': {
    access: 'partner', request: 'applicant card evidence guardian idempotencyKey staff', data: 'card maskedGuardian result',
  },
  'channel/disputes': { access: 'partner', request: 'cursor? staff', data: 'cursor? disputes' },
  'channel/closeDispute': {
    access: 'partner', request: 'applicant card disputeId evidence idempotencyKey outcome staff', data: 'card report? result',
  },
  'channel/voice': { access: 'partner', request: 'callId caller digits? turn', data: 'expect language say state' },
  'channel/events': { access: 'partner', request: 'after? limit?', data: 'events position' },
  'channel/orders': { access: 'partner', request: 'cursor? staff states', data: 'cursor? orders' },
  'channel/rejectReissue': { access: 'partner', request: 'card idempotencyKey orderId rejectedFor staff', data: 'card order result' },
  'channel/correctOrder': { access: 'partner', request: 'address? applicant card evidence idempotencyKey orderId staff', data: 'card order result' },
  'channel/cancelOrder': { access: 'partner', request: 'applicant card evidence idempotencyKey orderId staff', data: 'card order result' },
  'channel/changeAddress': { access: 'partner', request: 'address applicant card evidence idempotencyKey orderId staff', data: 'card order result' },
  'channel/orderPhoto': { access: 'partner', request: 'card orderId staff', data: 'photo' },
  'channel/applicationForm': { access: 'partner', request: 'card idNumber reason staff way', data: 'pdf' },
  'channel/moveOrder': {
    access: 'partner', request: 'card idempotencyKey move newCardNumber? newIssuedOn? orderId staff trackingNumber?', data: 'card order result',
  },
  'channel/collect': { access: 'partner', request: 'applicant? card evidence? idempotencyKey orderId staff', data: 'card order result' },
  'channel/receipt': { access: 'partner', request: 'card staff', data: 'pdf receipt' },
  'channel/activate': { access: 'partner', request: 'applicant card evidence idempotencyKey password? staff', data: 'card report? result' },
  'channel/bankActivated': { access: 'partner', request: 'card idempotencyKey staff', data: 'card report? result' },
  'counter/signIn': { access: 'anyone', request: 'password staffId', data: 'city outletId outletName? staffId' },
  'counter/signOut': { access: 'staff', request: '', data: '' },
  'counter/me': { access: 'staff', request: '', data: 'city outletId outletName? staffId' },
}
const names = Object.keys(wire) as OperationName[]

/** A caller whose number is withheld, and a turn in which nothing was typed. */
const mayBeEmpty: ReadonlySet<string> = new Set(['channel/voice.caller', 'channel/voice.digits'])

const accepts = (schema: v.GenericSchema, input: unknown): boolean => v.safeParse(schema, input).success
const without = (value: object, key: string): object => Object.fromEntries(Object.entries(value).filter(([name]) => name !== key))
const fieldsOf = (schema: v.GenericSchema, example: object): string =>
  Object.keys(example).sort().map((key) => (accepts(schema, without(example, key)) ? `${key}?` : key)).join(' ')

test('the list has these operations and no others', () => {
  expect(Object.keys(operations).sort()).toEqual([...names].sort())
})

describe.each(names)('%s', (name) => {
  const { function: of, access, request, data } = operations[name]
  const example = examples[name]

  test('belongs to the function its name begins with, and says who may call', () => {
    expect(name.startsWith(`${of}/`)).toBe(true)
    expect(access).toBe(wire[name].access)
  })

  test('takes its good request as it is, with the fields agreed', () => {
    expect(v.parse(request, example.request)).toEqual(example.request)
    expect(fieldsOf(request, example.request)).toBe(wire[name].request)
  })

  test('gives its good answer as it is, with the fields agreed', () => {
    expect(v.parse(data, example.data)).toEqual(example.data)
    expect(fieldsOf(data, example.data)).toBe(wire[name].data)
  })

  test('refuses a field it does not know, at any depth', () => {
    expect(accepts(request, { ...example.request, extra: 1 })).toBe(false)
    for (const [key, value] of Object.entries(example.request)) {
      if (typeof value === 'object' && !Array.isArray(value)) expect(accepts(request, { ...example.request, [key]: { ...value, extra: 1 } })).toBe(false)
    }
  })

  test.each(['channel', 'door', 'openid', 'by', 'role', 'now', 'personKey'])('lets nobody say in the body: %s', (key) => {
    expect(accepts(request, { ...example.request, [key]: 'wechat' })).toBe(false)
  })

  test('refuses each field with another type, and null', () => {
    for (const [key, value] of Object.entries(example.request)) {
      const fits = (wrong: unknown) => (typeof value === 'number' && typeof wrong === 'number') || (wrong === '' && mayBeEmpty.has(`${name}.${key}`))
      const others = [null, 1, {}, [], ''].filter((wrong) => !fits(wrong))
      for (const wrong of others) expect(accepts(request, { ...example.request, [key]: wrong })).toBe(false)
    }
  })

  test('refuses what is no object', () => {
    for (const wrong of [null, undefined, 1, 'text', true]) expect(accepts(request, wrong)).toBe(false)
    // an empty list reads as an object without fields: nothing can be said with it
    expect(accepts(request, ['reportLoss'])).toBe(false)
  })
})

describe('ids', () => {
  const withCard = (cardId: unknown) => accepts(operations['card/get'].request, { cardId })
  const withKey = (idempotencyKey: string) =>
    accepts(operations['card/reportLoss'].request, { ...examples['card/reportLoss'].request, idempotencyKey })
  const withCheck = (verificationId: string) => accepts(operations['session/completeVerification'].request, { verificationId })
  const withCitizen = (citizen: string) =>
    accepts(operations['session/signIn'].request, { proof: { kind: 'sandbox', citizen, door: 'alipay' } })
  const withCursor = (cursor: string) => accepts(operations['card/history'].request, { cardId: 'c', cursor })

  test.each([
    ['a card', withCard, 1, 64],
    ['an idempotency key', withKey, 8, 64],
    ['a verification', withCheck, 1, 128],
    ['a demo citizen', withCitizen, 1, 64],
    ['a cursor', withCursor, 1, 64],
  ] as const)('of %s are as long as they may be and no longer', (_, takes, shortest, longest) => {
    const lengths = [shortest - 1, shortest, longest, longest + 1, 100_000]
    expect(lengths.filter((length) => takes('a'.repeat(length)))).toEqual([shortest, longest])
  })

  test.each(['a b', 'a\n', 'a/b', '../a', "a'--", 'a;b', '卡', 'a\u0000', '<a>'])('never hold %j', (text) => {
    const padded = text.padStart(12, 'a')
    expect([withCard(padded), withKey(padded), withCheck(padded), withCitizen(padded), withCursor(padded)]).toEqual(Array(5).fill(false))
  })
})

describe('unions', () => {
  test('a proof is a sandbox citizen at one of two doors, or a code of one of two platforms', () => {
    const signIn = (proof: object) => accepts(operations['session/signIn'].request, { proof })
    const plays = (door: string) => signIn({ kind: 'sandbox', citizen: 'a', door })
    expect(['wechat', 'alipay', 'phone', 'counter', 'bank', 'system'].filter(plays)).toEqual(['wechat', 'alipay'])
    expect(signIn({ kind: 'openid', citizen: 'a', door: 'wechat' })).toBe(false)
    expect(['wechat', 'alipay', 'tianfu', 'openid', 'terminal'].filter((kind) => signIn({ kind, code: 'a' }))).toEqual(['wechat', 'alipay'])
    expect(signIn({ kind: 'terminal', name: '示例公民甲', idNumber: '00000019850312001X', notice: '2026-11-25' })).toBe(true)
    expect(signIn({ kind: 'terminal', name: '示例公民甲', idNumber: '00000019850312001X' })).toBe(false)
    expect(signIn({ kind: 'terminal', name: '示例公民甲', idNumber: '000000198503120011', notice: '2026-11-25' })).toBe(false)
    expect(['', 'a b', 'a/b', '卡', 'a'.repeat(129)].filter((code) => signIn({ kind: 'wechat', code }))).toEqual([])
    expect(signIn({ kind: 'wechat', code: 'a', openid: 'b' })).toBe(false)
  })

  const begin = (subject: object) => accepts(operations['session/beginVerification'].request, { subject })

  test('a check is for something a person does with one card', () => {
    const purposes = ['reportLoss', 'releaseLoss', 'reissue', 'grantProxy', 'setPassword', 'bind', 'exportData', 'bankTold', 'acceptReissue', '']
    expect(purposes.filter((purpose) => begin({ purpose, cardId: 'c' }))).toEqual(['reportLoss', 'releaseLoss', 'reissue', 'grantProxy', 'setPassword'])
  })

  test('or for whose account it is, or for one’s own data', () => {
    const claim = { purpose: 'bind', name: '示例公民甲', idNumber: '00000019850312001X' }
    expect([begin(claim), begin({ purpose: 'exportData' }), begin({ ...claim, cardId: 'c' }), begin({ purpose: 'bind' })]).toEqual([true, true, false, false])
    expect(begin({ ...claim, name: ' ' })).toBe(false)
  })

  test('an ID number is taken with its check digit right, typed large or small', () => {
    const { request } = operations['session/beginVerification']
    const typed = (idNumber: string) => v.safeParse(request, { subject: { purpose: 'bind', name: '示例公民甲', idNumber } })
    expect(typed(' 00000019850312001x ').output).toEqual({ subject: { purpose: 'bind', name: '示例公民甲', idNumber: '00000019850312001X' } })
    for (const wrong of ['000000198503120011', '00000019850312001', '00000019850231001X', '']) expect(typed(wrong).success).toBe(false)
  })

  test('a check ends in one of four ways', () => {
    const { request } = operations['session/completeVerification']
    const complete = (sandboxResult: string) => accepts(request, { verificationId: 'v', sandboxResult })
    expect(['passed', 'failed', 'cancelled', 'pending', 'true', ''].filter(complete)).toEqual(['passed', 'failed', 'cancelled', 'pending'])
  })

  test('a city is one of those with rules', () => {
    const banks = (city: string) => accepts(operations['outlets/banks'].request, { city })
    const cities = ['chengdu', 'shanghai', 'beijing', 'national']
    expect([...cities, 'Chengdu', 'toString', '__proto__'].filter(banks)).toEqual(cities)
  })
})
