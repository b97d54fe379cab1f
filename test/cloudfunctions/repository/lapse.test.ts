import { day } from '@/domain/time'
import { openRecord, type TestRecord } from '../../support/record'
import { call, citizen, ok } from '../../support/record/citizen'

let record: TestRecord
beforeAll(async () => { record = await openRecord() })
afterAll(() => record.close())

/** Moves a card's temporary report so that it lapses so many ms from the database's now, within one statement. */
const lapsesIn = (cardKey: string, ms: number) =>
  record.sql.query(
    `update loss_report set reported_at = n.at - $2, lapses_at = n.at from (select floor(extract(epoch from clock_timestamp()) * 1000)::bigint + $3 as at) n
     where card_key = $1`, [cardKey, 7 * day, ms])

test.each([
  ['a second before', 1000, 'temporarilyLost'],
  ['at the very instant', 0, 'inUse'],
  ['a second after', -1000, 'inUse'],
])('%s a report lapses, by the database\'s clock', async (_when, ms, state) => {
  const { token, cardId } = await citizen('temporarily-lost', 'wechat')
  await lapsesIn(cardId, ms)
  const { card, report } = await ok(call('card/get', { cardId }, token))
  expect(card.socialSecurity.state).toBe(state)
  expect(report !== undefined).toBe(state === 'temporarilyLost')
})

test('a lapse that nothing wrote down is in the history at its own time', async () => {
  const { token, cardId } = await citizen('lapsed', 'wechat')
  const { events } = await ok(call('card/history', { cardId }, token))
  expect(events.map(({ what, by }) => `${what} ${by}`)).toEqual(['reportLapsed system', 'lossReported cardholder', 'cardImported system'])
  const [lapsed, reported] = events
  expect(Date.parse(lapsed?.at ?? '') - Date.parse(reported?.at ?? '')).toBe(7 * day)
})

test('a lapse that is written down after the card was seen, and before its history is read, stands there once', async () => {
  const { tokens, repository: { cards, told } } = record.services
  const { token, cardId } = await citizen('lapsed', 'alipay')
  const caller = await tokens.read(token)
  if (!caller) throw new Error('nobody has signed in')
  const seen = await cards.get(caller, cardId)
  await told.settleLapses()
  const { events } = await cards.historyOf(seen, 20, null)
  expect(events.map(({ event: { what } }) => what)).toEqual(['reportLapsed', 'lossReported', 'cardImported'])
})
