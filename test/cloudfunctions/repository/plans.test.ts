import { partitioned } from '../../../cloudfunctions/repository/migrations/partitions'
import { sendDue } from '../../../cloudfunctions/jobs/messages'
import { openMessengers } from '../../../cloudfunctions/platforms/messengers'
import { relayAll, tellAll } from '../../../cloudfunctions/host/telling'
import { demoTelephone } from '../../../cloudfunctions/host/demo/telephone'
import { openRecord, type TestRecord } from '../../support/record'
import { idNumber } from '../../support/record/card-file'
import { call, citizen, newKey, ok } from '../../support/record/citizen'
import { agree, grant, people } from '../../support/record/family'
import { enrolledKiosk } from '../../support/record/kiosk'
import { aPhoto } from '../../support/record/photo'
import { acted, callAs, openDoors, partner, window1 } from '../channel/stage'
import { acceptedCard, collect, found, madeReady, makers, type Makers } from '../orders/stage'
import { address, applied, elsewhere, orderOf, upload } from '../reissue/stage'
import { dial, toErrand } from '../channel/telephone'
import { round, told } from '../jobs/a-webhook'
import { listen, partsRead, readWhole } from '../../support/record/statements'
import { notice, visitor } from '../../support/record/visitor'

jest.setTimeout(60_000)

let record: TestRecord
let heard: ReturnType<typeof listen>
beforeAll(async () => {
  heard = listen()
  record = await openRecord()
  // as the repository's connections do; what these tests ask by themselves is then no scan either
  await record.sql.query('set enable_seqscan = off')
})
afterAll(async () => {
  jest.restoreAllMocks()
  await record.close()
})

/** Signing in, whose an account is, and its checks. */
const accounts = async () => {
  await ok((await visitor(record, 'wechat')).bind())
  const who = await visitor(record, 'wechat')
  await ok(who.bind())
  const { token } = await ok(call('session/refresh', { refreshToken: who.refreshToken }))
  const { cards: [card] } = await ok(call('card/list', {}, token))
  await who.check({ purpose: 'reportLoss', cardId: card?.cardId ?? '' }, 'failed')
  await ok(call('session/account', {}, token))
  await call('card/get', { cardId: newKey() }, token)
  await ok(call('person/myData', {}, token))
  await ok(call('person/exportData', { verificationId: await who.check({ purpose: 'exportData' }) }, token))
  await ok(call('session/unbind', {}, token))
  await call('session/account', {}, token)
  await ok(call('session/signOut', {}, (await visitor(record, 'wechat', who.platformId)).token))
}

const cards = async () => {
  const { cardId, token, report, release } = await citizen('in-use', 'wechat')
  await ok(report())
  await ok(call('card/bankTold', { cardId, told: true, idempotencyKey: newKey() }, token))
  await ok(call('card/get', { cardId }, token))
  await ok(release())
  await ok(call('card/history', { cardId }, token))
  await ok(call('outlets/search', { city: 'chengdu', near: { longitude: 104.06, latitude: 30.66 } }))
  await ok(call('outlets/get', { outletId: 'chengdu.wuhou-agency' }))
  await ok(call('outlets/forCard', { cardId, need: 'instantReissue' }, token))
}

/** Somebody before a terminal, from the machine's enrolment on. */
const terminals = async () => {
  const kiosk = await enrolledKiosk(record)
  await ok(kiosk.call('session/kiosk', {}))
  await kiosk.putOn({ name: '示例公民卯', idNumber: '000000199404160168' })
  const who = await kiosk.putOn(people.twoCards)
  const { cards: [, second] } = await ok(who.call('card/list', {}))
  const cardId = second?.cardId ?? ''
  await who.act('reportLoss', cardId)
  await who.act('releaseLoss', cardId, '510100000000001313')
  await ok(kiosk.call('session/refresh', { refreshToken: who.refreshToken }))
  await ok(who.call('session/signOut', {}))
  await record.services.repository.kiosks.revoke(kiosk.kioskId)
}

const families = async () => {
  const holder = await citizen('in-use', 'wechat')
  const [guardian, proxy] = [await citizen('guardian', 'wechat', 1), await citizen('guardian', 'wechat', 2)]
  await agree(guardian)
  await ok(proxy.report())
  await ok(call('card/get', { cardId: proxy.cardId }, proxy.token))
  const { grant: { cardId, grantId } } = await ok(grant(holder))
  await ok(grant(holder, { proxy: { name: '示例公民', idNumber: idNumber('19900101') } }))
  const { children: [child] } = await ok(call('person/family', {}, guardian.token))
  await ok(call('person/consent', { childId: child?.childId ?? '', agreed: false, notice }, guardian.token))
  for (let time = 0; time < 2; time += 1) await ok(call('person/revokeProxy', { cardId, grantId }, holder.token))
  await ok(call('person/eraseData', {}, proxy.token))
}

/** Somebody asks for a new card, has it sent elsewhere, takes it back; a new one is activated. */
const orders = async () => {
  const who = await citizen('two-cards', 'wechat')
  const { cardId, token } = who
  const { photoId } = await ok(upload(who, aPhoto()))
  await ok(call('reissue/options', { cardId, reason: 'damaged' }, token))
  const { order: { orderId } } = await applied(who, { reason: 'damaged', way: 'mail', address, photoId })
  await ok(call('reissue/changeAddress', { cardId, orderId, address: elsewhere, idempotencyKey: newKey() }, token))
  await orderOf(who)
  await ok(call('reissue/cancel', { cardId, orderId, idempotencyKey: newKey() }, token))
  await record.services.repository.orders.photoOf(cardId, photoId)
  const fresh = await citizen('not-activated', 'wechat')
  await ok(call('reissue/activate', { cardId: fresh.cardId, verificationId: await fresh.check('activate'), password: '482915', idempotencyKey: newKey() }, fresh.token))
}

/** What partners do to a card, and what citizens say of it. */
const partners = async () => {
  const { partners: { counter, bank, tianfu } } = await openDoors(record)
  const [{ cardId, token }, { cardId: childsCard }] = [await citizen('lapsed', 'wechat'), await citizen('guardian', 'wechat', 1)]
  const guardian = { name: '示例公民', idNumber: idNumber('19900101', 7) }
  const one = { cardId }
  await ok(callAs(counter, 'channel/cardStatus', { find: { idNumber: idNumber('19900101') }, staff: window1 }))
  await ok(callAs(counter, 'channel/reportLoss', acted(counter, one, { applicant: { role: 'proxy', ...guardian } })))
  await callAs(tianfu, 'channel/releaseLoss', acted(tianfu, one))
  await callAs(bank, 'channel/bankReported', { card: one, staff: { id: 'b-1' }, idempotencyKey: newKey() })
  const { dispute: { disputeId } } = await ok(call('card/dispute', { cardId, about: 'lossReported', idempotencyKey: newKey() }, token))
  await ok(callAs(counter, 'channel/disputes', { staff: window1 }))
  await ok(callAs(counter, 'channel/closeDispute', { ...acted(counter, one), disputeId, outcome: 'upheld' }))
  await ok(callAs(counter, 'channel/setServicePassword', { ...acted(counter, one), password: '482915' }))
  await ok(callAs(counter, 'channel/acceptReissue', { ...acted(counter, one), kind: 'replacement' }))
  await ok(callAs(counter, 'channel/history', { card: one, staff: window1 }))
  const caring = { ...acted(counter, { cardId: childsCard }, { applicant: { role: 'guardian', ...guardian } }), guardian }
  await ok(callAs(counter, 'channel/linkGuardian', caring))
  await ok(call('card/get', { cardId }, token))
}

type Accepted = Awaited<ReturnType<typeof acceptedCard>>

/** New cards that are made, handed over and activated; one that is not collected. */
const making = async (who: Makers, accepted: readonly [Accepted, Accepted]) => {
  const { relayed } = record.services.repository
  const [one, missed] = [await madeReady(who, accepted[0]), await madeReady(who, accepted[1])]
  await ok(callAs(who.counter, 'channel/orders', { staff: window1, states: ['ready', 'uncollected'] }))
  await record.sql.query('update reissue set moved_at = 1 where card_key = $1', [missed.cardId])
  await relayed.missDue()
  await ok(collect(who.counter, one))
  const { cardId } = await found(who.counter, one.newNumber)
  await ok(callAs(who.counter, 'channel/activate', acted(who.counter, { cardId })))
  await ok(callAs(who.bank, 'channel/bankActivated', { card: { cardId }, staff: window1, idempotencyKey: newKey() }))
  await relayAll(record.services)
}

/** A telephone call: a wrong password, the right one, a report. */
const calls = async () => {
  const line = await partner(record, { channel: 'phone' })
  const { password, cards: [{ cardNumber }] } = demoTelephone
  const phone = await dial(line)
  await phone.type(...toErrand(1, { card_number: cardNumber }, '918273'), password, '1')
}

/** These services with everything set up by which messages are sent: some are taken, some refused. */
const sendingByAll = () => {
  const { services, platforms } = record
  const config = { ...services.config, messages: platforms.messages }
  return { ...services, config, messengers: openMessengers(config, services.repository.platformTokens) }
}

/** People are told, and read it; it is sent to them. */
const messages = async () => {
  const { token } = await citizen('in-use', 'alipay')
  await record.services.repository.told.settleLapses()
  const idempotencyKey = newKey()
  await ok(call('person/subscribe', { templates: ['cardChanged'], idempotencyKey }, token))
  await ok(call('person/subscribe', { templates: ['cardChanged'], idempotencyKey }, token))
  await tellAll(record.services)
  await sendDue(sendingByAll(), new AbortController().signal)
  await record.services.repository.deliveries.list(['dead'], 10)
  await record.services.repository.deliveries.resend(null)
  const { messages: [newest] } = await ok(call('person/inbox', {}, token))
  await ok(call('person/readInbox', { messageId: newest?.messageId ?? '' }, token))
}

/** Operators write down what they do, and bar an account. */
const operators = async () => {
  const { audit, bars } = record.services.repository
  const { cardId } = await citizen('in-use', 'wechat')
  for (const subject of ['a', 'b']) await audit.append({ operator: 's', what: 'bar', subject, reason: 'r' })
  await audit.acts(1)
  const [account] = await bars.of(cardId)
  await bars.set(account?.accountKey ?? '', 1)
  await bars.lift(account?.accountKey ?? '')
}

/** Partners read what happened, and are told of it. */
const feed = async () => {
  const { of, at } = await told(record)
  at.faults.push({ status: 500 })
  await ok(callAs(of, 'channel/events', {}))
  await record.services.repository.webhooks.replay(of.partnerId, 0)
  for (let time = 0; time < 2; time += 1) await round(record.services)
  // what failed is tried again at once where it was set anew
  await record.services.repository.webhooks.set(of.partnerId, at.url, false)
  await round(record.services)
  await at.close()
}

const scans = async () => {
  await record.sql.query('select pg_stat_clear_snapshot()')
  const { rows } = await record.sql.query<{ scans: number }>(
    `select coalesce(sum(seq_scan), 0)::integer as scans from pg_stat_user_tables where relname not like 'kysely%'`)
  return rows[0]?.scans
}

test('no request reads a whole table, even where the server last saw the tables empty', async () => {
  await record.sql.query('analyze')
  await citizen('in-use', 'wechat')
  // importing them reads tables as a whole
  const who = await makers(record)
  const accepted = [await acceptedCard(record, who), await acceptedCard(record, who)] as const
  const before = await scans()
  await accounts()
  await cards()
  await making(who, accepted)
  await orders()
  await terminals()
  await partners()
  await calls()
  await messages()
  await feed()
  await operators()
  await families()
  // a connection tells of its scans at the latest when it ends
  await record.services.repository.close()
  const ended = `select from pg_stat_activity where datname = current_database() and application_name = 'lost-card'`
  while ((await record.sql.query(ended)).rowCount) await record.sql.query('select pg_stat_clear_snapshot()')
  expect(await scans()).toBe(before)
})

/** Strangers' rows in every table that grows with the people: `g` is one of them. */
const many: Readonly<Record<string, string>> = {
  account: `(account_key, channel, platform_hash, hash_key_id, person_key) select 'a' || g, 'wechat', 'h' || g, 'k', 'p' || g`,
  session: `(account_key, session_id, epoch, played, secret_hash, begun_at, expires_at, kiosk_id) select 'a' || g, 's', 1, false, 'h', g, g, 'k' || g`,
  kiosk: `(kiosk_id, outlet_id, city, code_hash, code_until, made_at) select 'k' || g, 'o', 'chengdu', 'c' || g, g, g`,
  verification: `(subject_key, verification_id, account_key, purpose, result, begun_at) select 'c' || g, 'v', 'a' || g, 'reportLoss', 'begun', g`,
  tries: `select 'begun:a' || g, 1, g`,
  idempotency: `select 'c' || g, 'a' || g, 'reportLoss', 'k', '', 'h', '{}', g`,
  consent: `select 'p' || g, 'privacy', 'p' || g, g, '2026-11-25', null`,
  guardianship: `select 'p' || g, 'w' || g`,
  proxy_grant: `select 'c' || g, 'g', 'p' || g, 'q' || g, 's', 'reportLoss', g, g, null`,
  person_grant: `select 'q' || g, 'c' || g, 'g'`,
  person: `select 'p' || g, 's', false`,
  person_directory: `select 'h' || g, 'k', 'p' || g`,
  person_card: `select 'p' || g, 'c' || g`,
  card: `select 'c' || g, 'p' || g, 's', 'chengdu', 'icbc', '2020-01-01', 'inUse', g, 'inUse', g, 1, g, 'h'`,
  dispute: `select 'c' || g, 'd', 'lossReported', 'cardholder', 'chengdu', g, null, null, null`,
  attestation: `select 'c' || g, 1, 'p', 's', null, 'cardholder', null, '{}'`,
  loss_report: `select 'c' || g, 'r', 'socialSecurity', 'formal', 'wechat', 'cardholder', null, 'wechat', g, null, null, null, 'a' || g`,
  reissue: `(card_key, reissue_id, kind, stops_old_card, channel, accepted_at, way, bank, author, applied_at, state, moved_at, city)
    select 'c' || g, 'o', 'replacement', true, 'counter', g, 'mail', 'icbc', 'cardholder', g, 'accepted', g, 'chengdu'`,
  order_private: `(card_key, reissue_id) select 'c' || g, 'o'`,
  photo: `(card_key, photo_id, sealed_photo, at, until_at) select 'c' || g, 'f', 's', g, g`,
  card_relay: `(card_key, seq, kind, at) select 'c' || g, 1, 'activated', g`,
  voice_call: `select 'p', 'call-' || g, 1, 'h', 's', g`,
  service_password: `select 'c' || g, 'h', g`,
  message: `(person_key, message_id, card_key, seq, part, notice, at) select 'p' || g, 'm', 'c' || g, 1, 0, '{}', g`,
  delivery: `select 'p' || g, md5(g::text), 'dead', 'sms', null, 1, g`,
  subscription: `select 'a' || g, 'cardChanged', 1, g`,
  outbox: `select 'c' || g, 1, 0, g, '{}', g`,
  card_directory: `select 'n' || g, 'k', 'c' || g`,
  card_event: `select 'c' || g, 1, '{"by": "proxy"}', 'q' || g, '', ''`,
  partner: `select 'p' || g, 'n', 'bureau', null, '{chengdu}', '{events}', 1, g, null`,
  webhook: `select 'p' || g, 'u', false, 1000000, null, 9e15, 0, null, null`,
  card_access: `(card_key, at, partner_id, staff, operation) select 'c' || g, g, 'p', 's', 'history'`,
  operator_act: `select 1000000 + g, g, 's', 'bar', 'a', 'h', 's', 'h', 'h'`,
  audit_leaf: `select 'c' || g, 1, 1000000`,
  feed: `select 1000000 + g, 'c' || g, 1, 'chengdu', 'icbc'`,
}

test('nor a whole index, where the tables are large', async () => {
  for (const [table, rows] of Object.entries(many)) await record.sql.query(`insert into ${table} ${rows} from generate_series(1, 20000) g`)
  await record.sql.query('analyze')
  const whole: string[] = []
  for (const [name, texts] of heard) {
    for (const statement of texts.values()) whole.push(...(await readWhole(record.sql, statement)).map((what) => `${name}: ${what}`))
  }
  expect(whole).toEqual([])
})

/** Those that are not about one card: what a person's data are, what a partner may see, what is due, and whom it is told. */
const acrossCards = new Set(['count-kept', 'all-checks', 'all-consents', 'erase orders', 'erase identityCheck', 'read-all', 'find-for-partner',
  'orders-for-partner', 'open-disputes', 'due-uncollected', 'due-lapses', 'due-notices', 'told', 'take-relays', 'append-to-feed', 'feed-after'])

test('and of a table in parts only one, where one card is meant', async () => {
  const several: string[] = []
  for (const [name, texts] of heard) {
    for (const statement of texts.values()) several.push(...(await partsRead(record.sql, statement, Object.keys(partitioned))).map((what) => `${name}: ${what}`))
  }
  expect(several.filter((what) => !acrossCards.has(what.split(':')[0] ?? ''))).toEqual([])
})

test('a name is of one statement: PostgreSQL would refuse another under it', () => {
  expect([...heard].filter(([, texts]) => texts.size > 1).map(([name]) => name)).toEqual([])
})
