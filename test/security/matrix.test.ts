import { randomBytes } from 'node:crypto'
import { needsSignIn, type OperationName } from '@/contract'
import { operations } from '@/contract/operations'
import { demoPlatformId } from '../../cloudfunctions/session/demo-citizens'
import { rows } from './requests'
import { bearer, openStage, send, type Sent, type Stage } from './stage'

// many requests, on a machine that may be busy
jest.setTimeout(120_000)

let stage: Stage
beforeAll(async () => { stage = await openStage() })
afterAll(() => stage.record.close())

const names = Object.keys(operations) as OperationName[]
const withAccess = (...accesses: string[]) => names.filter((name) => accesses.includes(operations[name].access))
const ofAccounts = names.filter((name) => needsSignIn(operations[name].access))
const aboutOthers = names.filter((name) => rows[name].others !== null)

const requestOf = (name: OperationName) => rows[name].request(stage.victim)
const codesOf = async (sent: Promise<Sent>): Promise<string> => {
  const { status, code } = await sent
  return `${status} ${code}`
}

/** All that is kept of the victim, so that no try has left a trace. */
const everything = async (): Promise<string> => {
  const { cardId } = stage.victim
  const { rows: kept } = await stage.record.sql.query(`select (select json_agg(c) from card c) as cards,
    (select json_agg(r) from loss_report r) as reports, (select json_agg(e order by e.card_key, e.seq) from card_event e where card_key = $1) as events,
    (select json_agg(v order by v.verification_id) from verification v where v.subject_key = $1 or v.purpose = 'exportData') as checks,
    (select json_agg(g order by g.grant_id) from proxy_grant g) as grants, (select json_agg(s) from consent s) as consents,
    (select json_agg(i) from idempotency i where i.operation <> 'grantProxy') as answers,
    (select json_agg(a order by a.account_key) from account a join card h on h.holder_key = a.person_key where h.card_key = $1) as accounts`, [cardId])
  return JSON.stringify(kept)
}

test('every operation of the contract has its row', () => {
  expect(Object.keys(rows).sort()).toEqual([...names].sort())
})

describe('whoever is wrong', () => {
  let before: string
  beforeAll(async () => { before = await everything() })
  afterAll(async () => { expect(await everything()).toBe(before) })

  describe.each([
    ['nobody', () => ({})],
    ['a garbled token', () => bearer(stage.bad.garbled)],
    ['a token that is no token', () => bearer('undefined')],
    ['a token that has run out', () => bearer(stage.bad.expired)],
    ['a token signed by another key of the same name', () => bearer(stage.bad.forged)],
    ['a token of before the account was let go of', () => bearer(stage.bad.earlier)],
    ['a token of before a terminal, anywhere else', () => bearer(stage.bad.elsewhere)],
    ['an OPENID in a header that nobody has said to trust', () => ({ 'x-wx-openid': demoPlatformId('wechat', 'guardian') })],
  ] as const)('%s', (_who, headers) => {
    test.each(ofAccounts)('gets nothing from %s', async (name) => {
      expect(await codesOf(send(name, requestOf(name), headers()))).toBe('401 notSignedIn')
    })

    test.each(withAccess('partner'))('gets nothing from %s, which a partner signs', async (name) => {
      expect(await codesOf(send(name, requestOf(name), headers()))).toBe('401 signatureRefused')
    })

    test.each(withAccess('staff'))('gets nothing from %s, which is staff\'s', async (name) => {
      expect(await codesOf(send(name, requestOf(name), headers()))).toBe('401 notSignedIn')
    })

    test.each(withAccess('anyone', 'sandbox'))('is no matter to %s', async (name) => {
      expect((await send(name, requestOf(name), headers())).body).toBe((await send(name, requestOf(name))).body)
    })
  })

  test.each(withAccess('partner', 'staff'))('a citizen, even the victim, gets nothing from %s', async (name) => {
    expect((await send(name, requestOf(name), bearer(stage.victim.token))).status).toBe(401)
  })

  test.each(withAccess('citizen'))('an account that is nobody\'s gets nothing from %s', async (name) => {
    expect(await codesOf(send(name, requestOf(name), bearer(stage.unbound.token)))).toBe('403 notBound')
  })

  test.each(aboutOthers.filter((name) => operations[name].access === 'account'))('an account that is nobody\'s gets nothing of another\'s from %s', async (name) => {
    expect((await send(name, requestOf(name), bearer(stage.unbound.token))).code).toMatch(/^(notBound|notFound|verificationRefused)$/)
  })

  describe.each([
    ['another citizen', () => stage.stranger()],
    ['a proxy whose grant was taken back', () => stage.former()],
  ] as const)('%s', (_who, token) => {
    test.each(aboutOthers)('gets nothing of the victim\'s from %s', async (name) => {
      expect((await send(name, requestOf(name), bearer(await token()))).code).toBe(rows[name].others)
    })

    test.each(aboutOthers)('cannot tell from %s whether there is such a thing', async (name) => {
      const theirs = await send(name, requestOf(name), bearer(await token()))
      expect(await send(name, guessed(requestOf(name)), bearer(await token()))).toEqual(theirs)
    })
  })

  test.each(['card/list', 'person/family', 'person/myData', 'session/account'] as const)('another citizen sees nothing of the victim\'s in %s', async (name) => {
    const { body, code } = await send(name, {}, bearer(await stage.stranger()))
    const { cardId, childId, grantId, checks } = stage.victim
    expect([code, [cardId, childId, grantId, ...Object.values(checks)].filter((id) => body.includes(id))]).toEqual(['ok', []])
  })

  describe.each(['accountKey', 'personKey', 'openid', 'channel', 'userInfo', 'epoch', 'played'])('%s in the body', (field) => {
    test.each(withAccess('anyone', 'sandbox', 'account', 'citizen'))('is refused by %s', async (name) => {
      const request = { ...requestOf(name), [field]: stage.victim.cardId }
      expect(await codesOf(send(name, request, bearer(await stage.stranger())))).toBe('400 malformedRequest')
    })
  })
})

/** The same with ids of the same form that are nobody's. */
const guessed = (request: object): unknown => {
  const { cardId, childId, grantId } = stage.victim
  const other = () => randomBytes(16).toString('base64url')
  const card = other()
  return JSON.parse(JSON.stringify(request, (key, value: unknown) => {
    if (key === 'verificationId') return `${String(value).split('.')[0] === cardId ? card : other()}.${other()}`
    return value === cardId ? card : value === childId || value === grantId ? other() : value
  }))
}

describe('outside the sandbox', () => {
  test.each(ofAccounts)('a token that was played gets nothing from %s', async (name) => {
    expect(await stage.outsideSandbox(() => codesOf(send(name, requestOf(name), bearer(stage.victim.token))))).toBe('401 notSignedIn')
  })

  test('a demo citizen is no proof of anything, and there are none', async () => {
    const proof = { kind: 'sandbox', citizen: 'guardian', door: 'wechat' }
    expect(await stage.outsideSandbox(() => codesOf(send('session/signIn', { proof })))).toBe('401 proofRefused')
    expect(await stage.outsideSandbox(() => codesOf(send('session/demoCitizens', {})))).toBe('404 notFound')
  })
})

test('a session that is not played cannot say how its check ends, in the sandbox either', async () => {
  const { verificationId } = await stage.unbound.begin({ purpose: 'bind', name: '示例公民卯', idNumber: '000000199404160168' })
  const request = { verificationId, sandboxResult: 'passed' }
  expect(await codesOf(send('session/completeVerification', request, bearer(stage.unbound.token)))).toBe('422 invalidRequest')
})

test('an OPENID that the cloud gives is its own account, whatever the event says', async () => {
  const { main } = await import('../../cloudfunctions/card')
  process.env.WX_OPENID = 'somebody-new'
  const event = { operation: 'list', userInfo: { openId: demoPlatformId('wechat', 'guardian') } }
  const reply = await main(event, {}).finally(() => { delete process.env.WX_OPENID })
  expect(reply).toMatchObject({ ok: false, error: { code: 'notBound' } })
})

describe('the victim, whose requests they are, is answered', () => {
  // an account that is bound is bound by no check for a copy; a form is for who has not applied; a loss that was released is no loss, and one
  // that is disputed is not released
  const last = ['reissue/apply', 'card/releaseLoss', 'card/dispute'] as const
  const inTurn = [...aboutOthers.filter((name) => name !== 'session/bind' && !last.some((one) => one === name)), ...last]
  test.each(inTurn)('by %s', async (name) => {
    expect((await send(name, requestOf(name), bearer(stage.victim.token))).code).toBe(rows[name].own ?? 'ok')
  })
})
