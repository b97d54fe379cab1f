import { act } from '@testing-library/react'
import { useCards, useHistory } from '@/features/card'
import { createQueryClient } from '@/features/query-client'
import { useSession } from '@/features/session'
import type * as store from '@/features/session/store'
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

test('an expired session is renewed in silence, by the same door, and the question answered', async () => {
  office.expireSessions()
  const { result } = openPage(useCards)
  await pass()
  expect(result.current.status).toBe('ready')
  expect(signIns()).toHaveLength(2)
  expect(signIns()[1]).toEqual({ proof: { kind: 'sandbox', citizen: 'zhang', door: 'wechat' } })
})

test('several questions that find the session expired sign in once', async () => {
  const answers = createQueryClient()
  office.wire.on('card/history', (_, token) => {
    if (token !== 'token-2') throw new Refused('notSignedIn')
    return { events: [] }
  })
  office.expireSessions()
  openPage(() => ({ cards: useCards(), history: useHistory('card-1') }), answers)
  await pass()
  expect(signIns()).toHaveLength(2)
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
  expect(kept).toEqual({ citizen: 'zhang', door: 'wechat', token: 'token-1' })
  expect(startedWith(kept)).toEqual(kept)
})

test('what is kept by an older app, or by no app, signs no one in', () => {
  expect(startedWith({ citizen: 'zhang', door: 'window' })).toBeUndefined()
  expect(startedWith('zhang')).toBeUndefined()
})

test('signing out forgets who it was and what was known of them', async () => {
  const answers = createQueryClient()
  const { result } = openPage(() => ({ cards: useCards(), session: useSession() }), answers)
  await pass()
  act(() => result.current.session.signOut())
  expect(phone.storage.has('session')).toBe(false)
  expect(result.current.session.status).toBe('signedOut')
  expect(result.current.cards.data).toBeUndefined()
  expect(answers.getQueryCache().getAll().filter((query) => query.state.data !== undefined)).toEqual([])
})

test("one citizen's cards are never shown to the next", async () => {
  const { result } = openPage(() => ({ cards: useCards(), session: useSession() }))
  await pass()
  expect(result.current.cards.status).toBe('ready')
  office.wire.hold('card/list')
  await act(async () => {
    await result.current.session.signIn('li', 'alipay')
  })
  expect(result.current.cards).toMatchObject({ status: 'loading', data: undefined })
  expect(result.current.session).toMatchObject({ citizen: 'li', door: 'alipay' })
})

test('a sign-in tapped twice is one, and one that fails says why', async () => {
  const { result } = openPage(useSession)
  office.wire.next('neverSent')
  let both: boolean[] = []
  await act(async () => {
    both = await Promise.all([result.current.signIn('li', 'wechat'), result.current.signIn('li', 'wechat')])
  })
  expect(both).toEqual([false, false])
  expect(result.current).toMatchObject({ busy: false, failure: { code: 'noAnswer' }, citizen: 'zhang' })
  expect(signIns()).toHaveLength(2)
})
