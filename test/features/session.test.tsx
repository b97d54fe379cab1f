import { act } from '@testing-library/react'
import { useCards, useHistory } from '@/features/card'
import { createQueryClient } from '@/features/query-client'
import { useSession } from '@/features/session'
import { privacyNotice } from '@/features/privacy/notice'
import { session } from '@/features/session/store'
import type * as store from '@/features/session/store'
import { useSignIn } from '@/features/session/use-sign-in'
import { change } from '@/features/settings/store'
import type * as taken from '../support/taro/phone'
import { phone } from '../support/taro/phone'
import { openOffice, openPage, pass } from '../support/wire/hooks'
import type { Office } from '../support/wire/office'
import { Refused } from '../support/wire/wire'

let office: Office
beforeEach(async () => {
  jest.useFakeTimers()
  office = await openOffice()
})
afterEach(() => jest.useRealTimers())

const signIns = () => office.wire.requestsOf('session/signIn')
const refreshes = () => office.wire.requestsOf('session/refresh')

test('an expired session is renewed in silence by its long token, and the question answered', async () => {
  office.expireSessions()
  const { result } = openPage(useCards)
  await pass()
  expect(result.current.status).toBe('ready')
  expect(refreshes()).toEqual([{ refreshToken: 'refresh-1' }])
  expect(signIns()).toHaveLength(1)
  expect(phone.storage.get('session')).toMatchObject({ citizen: 'zhang', token: 'token-2', refreshToken: 'refresh-2' })
})

test('where the long token counts no longer, the same citizen comes in again by the same door', async () => {
  office.expireSessions()
  office.endRefreshing()
  const { result } = openPage(useCards)
  await pass()
  expect(result.current.status).toBe('ready')
  expect(signIns()[1]).toEqual({ proof: { kind: 'sandbox', citizen: 'zhang', door: 'wechat' } })
})

test('a renewal that no answer comes to signs no one out', async () => {
  office.expireSessions()
  office.wire.next('comes', 'neverSent')
  const { result } = openPage(() => ({ cards: useCards(), session: useSession() }))
  await pass()
  expect(result.current).toMatchObject({ cards: { status: 'failed', failure: { code: 'noAnswer' } }, session: { status: 'signedIn' } })
  act(() => result.current.cards.retry())
  await pass()
  expect(result.current.cards.status).toBe('ready')
})

test('several questions that find the session expired renew it once', async () => {
  const answers = createQueryClient()
  office.wire.on('card/history', (_, token) => {
    if (token !== 'token-2') throw new Refused('notSignedIn')
    return { events: [] }
  })
  office.expireSessions()
  openPage(() => ({ cards: useCards(), history: useHistory('card-1') }), answers)
  await pass()
  expect(refreshes()).toHaveLength(1)
  expect(signIns()).toHaveLength(1)
})

test('a renewed session that is refused again is not renewed for ever', async () => {
  office.wire.on('card/list', () => {
    throw new Refused('notSignedIn')
  })
  const { result } = openPage(useCards)
  await pass()
  expect(result.current).toMatchObject({ status: 'failed', failure: { code: 'notSignedIn', retryable: false } })
  expect(office.wire.requestsOf('card/list')).toHaveLength(2)
})

test('a citizen the server no longer takes is signed out', async () => {
  office.expireSessions()
  office.endRefreshing()
  office.wire.on('session/signIn', () => {
    throw new Refused('proofRefused')
  })
  const { result } = openPage(() => ({ cards: useCards(), session: useSession() }))
  await pass()
  expect(result.current.session.status).toBe('signedOut')
})

/** Who a newly started app takes to be signed in, with this kept on the phone. */
const startedWith = (kept: unknown) => {
  let who: unknown
  jest.isolateModules(() => {
    jest.requireActual<typeof taken>('../support/taro/phone').phone.storage.set('session', kept)
    who = jest.requireActual<typeof store>('@/features/session/store').session.get()
  })
  return who
}

test('who is signed in, and by which door, outlives the app', () => {
  const kept = phone.storage.get('session')
  expect(kept).toEqual({ citizen: 'zhang', door: 'wechat', token: 'token-1', refreshToken: 'refresh-1', bound: true, notice: privacyNotice })
  expect(startedWith(kept)).toEqual(kept)
})

test('what is kept by an older app, or by no app, or under another privacy notice, signs no one in', () => {
  const kept = phone.storage.get('session') as object
  expect(startedWith({ ...kept, notice: '2020-01-01' })).toBeUndefined()
  expect(startedWith({ ...kept, door: 'window' })).toBeUndefined()
  expect(startedWith('zhang')).toBeUndefined()
})

test('signing out tells the server, and forgets who it was and all that was known of them but how screens should look', async () => {
  change({ mode: 'elder' })
  phone.storage.set('intent:card/reportLoss:card-1', { owner: 'wechat:zhang' })
  phone.storage.set('outlets.district', { code: '510107' })
  const answers = createQueryClient()
  const { result } = openPage(() => ({ cards: useCards(), session: useSession() }), answers)
  await pass()
  act(() => result.current.session.signOut())
  await pass()
  expect(office.wire.asked.at(-1)).toMatchObject({ name: 'session/signOut', token: 'token-1' })
  expect([...phone.storage.keys()]).toEqual(['settings'])
  expect(result.current.session.status).toBe('signedOut')
  expect(result.current.cards.data).toBeUndefined()
  expect(answers.getQueryCache().getAll().filter((query) => query.state.data !== undefined)).toEqual([])
})

test('signing out needs no network', async () => {
  office.wire.next('neverSent')
  const { result } = openPage(useSession)
  act(() => result.current.signOut())
  await pass()
  expect(result.current.status).toBe('signedOut')
})

test('who signs out while the session is being renewed stays signed out', async () => {
  office.expireSessions()
  const letGo = office.wire.hold('session/refresh')
  const { result } = openPage(() => ({ cards: useCards(), session: useSession() }))
  await pass()
  act(() => result.current.session.signOut())
  letGo()
  await pass()
  expect(result.current.session.status).toBe('signedOut')
  expect(phone.storage.has('session')).toBe(false)
})

test("one citizen's cards are never shown to the next", async () => {
  const { result } = openPage(() => ({ cards: useCards(), session: useSession(), signingIn: useSignIn() }))
  await pass()
  expect(result.current.cards.status).toBe('ready')
  office.wire.hold('card/list')
  await act(async () => {
    await result.current.signingIn.play('li', 'alipay')
  })
  expect(result.current.cards).toMatchObject({ status: 'loading', data: undefined })
  expect(result.current.session).toMatchObject({ citizen: 'li', door: 'alipay' })
})

test('a sign-in tapped twice is one, and one that fails says why', async () => {
  const { result } = openPage(useSignIn)
  office.wire.next('neverSent')
  let both: boolean[] = []
  await act(async () => {
    both = await Promise.all([result.current.play('li', 'wechat'), result.current.play('li', 'wechat')])
  })
  expect(both).toEqual([false, false])
  expect(result.current).toMatchObject({ busy: false, failure: { code: 'noAnswer' } })
  expect(session.get()?.citizen).toBe('zhang')
  expect(signIns()).toHaveLength(2)
})
