import * as v from 'valibot'
import { operations, type OperationName } from '@/contract'
import { examples } from './examples'

/** The wire, as it is agreed: each operation's fields, a question mark where one may be left out. */
const wire: Record<OperationName, { access: string; request: string; data: string }> = {
  'session/demoCitizens': { access: 'sandbox', request: '', data: 'citizens' },
  'session/signIn': { access: 'anyone', request: 'proof', data: 'expiresAt token' },
  'session/beginVerification': { access: 'citizen', request: 'subject', data: 'challenge verificationId' },
  'session/completeVerification': { access: 'citizen', request: 'sandboxResult? verificationId', data: 'result validUntil?' },
  'card/list': { access: 'citizen', request: '', data: 'cards' },
  'card/get': { access: 'citizen', request: 'cardId', data: 'bank card report?' },
  'card/reportLoss': { access: 'citizen', request: 'cardId idempotencyKey verificationId', data: 'already card report' },
  'card/releaseLoss': { access: 'citizen', request: 'cardId idempotencyKey verificationId', data: 'already card report?' },
  'card/bankTold': { access: 'citizen', request: 'cardId idempotencyKey told', data: 'card' },
  'card/history': { access: 'citizen', request: 'cardId cursor?', data: 'cursor? events' },
  'outlets/banks': { access: 'anyone', request: 'city', data: 'banks' },
  'outlets/policy': {
    access: 'anyone',
    request: 'city',
    data: 'anyOutletCancelsTemporary city exchangeStopsOldCard formalCoversBank hotline lapseWarningHours limits'
      + ' medicalCareMeanwhile minors movedInCards name readyInWorkingDays release reports temporaryDays',
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
}
const names = Object.keys(wire) as OperationName[]

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
      const others = [null, 1, {}, [], ''].filter((wrong) => !(typeof value === 'number' && typeof wrong === 'number'))
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
  test('a proof is a sandbox citizen at one of two doors', () => {
    const signIn = (proof: object) => accepts(operations['session/signIn'].request, { proof })
    const plays = (door: string) => signIn({ kind: 'sandbox', citizen: 'a', door })
    expect(['wechat', 'alipay', 'phone', 'counter', 'bank', 'system'].filter(plays)).toEqual(['wechat', 'alipay'])
    expect(signIn({ kind: 'openid', citizen: 'a', door: 'wechat' })).toBe(false)
  })

  test('a check is for a report or a release of one card', () => {
    const begin = (purpose: string) => accepts(operations['session/beginVerification'].request, { subject: { purpose, cardId: 'c' } })
    expect(['reportLoss', 'releaseLoss', 'bankTold', 'acceptReissue', ''].filter(begin)).toEqual(['reportLoss', 'releaseLoss'])
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
