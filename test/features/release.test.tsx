import { act } from '@testing-library/react'
import { useBankTold, useCards } from '@/features/card'
import { useReleaseLoss } from '@/features/release'
import { createQueryClient } from '@/features/query-client'
import { openOffice, openPage, pass } from '../support/wire/hooks'
import { lostCard, type Office } from '../support/wire/office'

let office: Office
beforeEach(async () => {
  jest.useFakeTimers()
  office = await openOffice()
})
afterEach(() => jest.useRealTimers())

test('a lost card is unhooked after a check for that purpose and card', async () => {
  office.card = lostCard()
  const { result } = openPage(() => useReleaseLoss('card-1'))
  act(() => result.current.start())
  act(() => result.current.confirm())
  await pass()
  expect(office.wire.requestsOf('session/beginVerification')).toEqual([{ subject: { purpose: 'releaseLoss', cardId: 'card-1' } }])
  act(() => result.current.check.complete('passed'))
  await pass()
  expect(result.current).toMatchObject({ step: 'done', outcome: { card: { socialSecurity: { state: 'inUse' } } } })
  expect(office.wire.requestsOf('card/releaseLoss')).toMatchObject([{ cardId: 'card-1', verificationId: 'check-1' }])
})

test('that the bank was told shows at once on the card, and can be taken back', async () => {
  const answers = createQueryClient()
  const home = openPage(useCards, answers)
  const { result } = openPage(() => useBankTold('card-1'), answers)
  await pass()
  act(() => {
    result.current.say(true)
    result.current.say(true)
  })
  expect(result.current.sending).toBe(true)
  await pass()
  expect(result.current.sending).toBe(false)
  expect(home.result.current.data?.[0]?.bankTold).toBe(true)
  act(() => result.current.say(false))
  await pass()
  expect(home.result.current.data?.[0]?.bankTold).toBe(false)
  expect(office.wire.requestsOf('card/bankTold')).toHaveLength(2)
})

test('an answer about the bank that was lost is asked for again with the same key', async () => {
  const { result } = openPage(() => useBankTold('card-1'))
  office.wire.next('lost')
  act(() => result.current.say(true))
  await pass()
  expect(result.current.sending).toBe(true)
  await pass(1_000)
  expect(result.current.sending).toBe(false)
  const keys = office.wire.requestsOf('card/bankTold').map((request) => (request as { idempotencyKey: string }).idempotencyKey)
  expect(keys).toHaveLength(2)
  expect(keys[0]).toBe(keys[1])
})
