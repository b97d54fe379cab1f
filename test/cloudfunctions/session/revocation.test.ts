import { needsSignIn, type OperationName, type RequestOf } from '@/contract'
import { operations } from '@/contract/operations'
import { examples } from '../../contract/examples'
import { openRecord, type TestRecord } from '../../support/record'
import { aPhoto } from '../../support/record/photo'
import { call, citizen, ok, refused } from '../../support/record/citizen'
import { newcomer, visitor, type Visitor } from '../../support/record/visitor'

let record: TestRecord
beforeAll(async () => { record = await openRecord() })
afterAll(() => record.close())

const names = Object.keys(operations) as OperationName[]
const signedIn = names.filter((name) => needsSignIn(operations[name].access))
const ofCitizens = names.filter((name) => operations[name].access === 'citizen')

/** Fields that are looked at before anything is looked up. */
const checkedFirst = ['cursor', 'step', 'sandboxResult', 'readCard']
/** A request of the contract's shape that nothing else is wrong with. */
const requestOf = <Name extends OperationName>(name: Name): RequestOf<Name> =>
  Object.fromEntries(Object.entries(examples[name].request).filter(([field]) => !checkedFirst.includes(field))
    .map(([field, value]) => [field, field === 'photo' ? aPhoto() : value])) as RequestOf<Name>

describe('a token of an earlier epoch is nobody\'s at once', () => {
  let moved: Visitor
  beforeAll(async () => {
    moved = await visitor(record, 'alipay')
    await ok(moved.bind())
    await ok((await visitor(record, 'alipay')).bind())
  })

  test.each(signedIn)('%s', async (name) => {
    expect(await refused(call(name, requestOf(name), moved.token))).toEqual({ code: 'notSignedIn', status: 401 })
  })

  test.each([
    { purpose: 'reportLoss', cardId: 'a-card' }, { purpose: 'bind', ...newcomer }, { purpose: 'exportData' },
  ] as const)('a check for $purpose', async (subject) => {
    expect(await refused(call('session/beginVerification', { subject }, moved.token))).toEqual({ code: 'notSignedIn', status: 401 })
  })
})

describe('an account that is nobody\'s is bound first', () => {
  let unbound: Visitor
  beforeAll(async () => { unbound = await visitor(record, 'wechat') })

  test.each(ofCitizens)('%s', async (name) => {
    expect(await refused(call(name, requestOf(name), unbound.token))).toEqual({ code: 'notBound', status: 403 })
  })

  test.each([{ purpose: 'reportLoss', cardId: 'a-card' }, { purpose: 'exportData' }] as const)('a check for $purpose', async (subject) => {
    expect(await refused(call('session/beginVerification', { subject }, unbound.token))).toEqual({ code: 'notBound', status: 403 })
  })
})

test.each(signedIn)('%s needs someone who is signed in', async (name) => {
  expect(await refused(call(name, requestOf(name)))).toEqual({ code: 'notSignedIn', status: 401 })
})

test('a check of whoever the account was bound to then allows nothing once it is another\'s', async () => {
  const who = await visitor(record, 'wechat')
  await ok(who.bind())
  const [card] = (await ok(call('card/list', {}, who.token))).cards
  const cardId = card?.cardId ?? ''
  const verificationId = await who.check({ purpose: 'reportLoss', cardId })
  // as if the check had been of the one before
  const other = await citizen('in-use', 'wechat')
  await record.sql.query('update verification set actor_key = (select holder_key from card where card_key = $2) where verification_id = $1', [verificationId, other.cardId])
  const report = call('card/reportLoss', { cardId, verificationId, idempotencyKey: 'key-of-another' }, who.token)
  expect(await refused(report)).toEqual({ code: 'verificationRefused', status: 403 })
})
