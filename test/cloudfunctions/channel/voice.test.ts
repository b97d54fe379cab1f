import { toIso } from '@/domain/time'
import { ok, openRecord, refused, type TestRecord } from '../../support/record'
import { idNumber } from '../../support/record/card-file'
import { callAs, openDoors, partner, type Called, type Doors, type Holder } from './stage'
import { dial, password, toErrand, withPassword } from './telephone'

jest.setTimeout(120_000)

let record: TestRecord
let line: Called
let doors: Doors
beforeAll(async () => {
  record = await openRecord()
  doors = await openDoors(record)
  line = await partner(record, { channel: 'phone' })
})
afterAll(() => record.close())

const stateOf = async ({ cardId }: Holder): Promise<string | undefined> => {
  const { tianfu } = doors.partners
  const { cards: [card] } = await ok(callAs(tianfu, 'channel/cardStatus', { find: { cardId }, staff: { id: 't-1' } }))
  return card?.socialSecurity.state
}
const reportsOf = async ({ cardId }: Holder) => {
  const { rows } = await record.sql.query<{ kind: string; channel: string; report_id: string; lapses_at: string; ended_by: string | null }>(
    'select kind, channel, report_id, lapses_at, ended_by from loss_report where card_key = $1 order by reported_at', [cardId])
  return rows
}
const said = (instant: number) => {
  const [month, date, hours, minutes] = [5, 8, 11, 14].map((at) => toIso(instant).slice(at, at + 2))
  return `${Number(month)}月${Number(date)}日${Number(hours)}点${minutes}分`
}

describe('a loss is reported', () => {
  test('by a confirmed 1 after the right password: for the time, with the receipt, and nothing before the 1', async () => {
    const one = await withPassword(record)
    const phone = await dial(line)
    const asked = await phone.type(...toErrand(1, one))
    expect(asked).toEqual({
      say: ['挂失后社保卡立即停止结算，7天后自动解除。', '银行账户不会一并挂失，请另行联系中国工商银行，电话 9 5 5 8 8 。', '确认挂失请按1，返回请按星号键。'],
      language: 'zh', expect: { kind: 'digits', atMost: 1, seconds: 8 }, state: 'confirmReport',
    })
    expect(await stateOf(one)).toBe('inUse')
    const done = await phone.type('1')
    const [report] = await reportsOf(one)
    expect(report).toMatchObject({ kind: 'temporary', channel: 'phone', ended_by: null })
    expect(done).toEqual({
      say: [
        '挂失成功。', `此卡已临时挂失，${said(Number(report?.lapses_at))}自动解除。`, `受理编号末四位是 ${[...(report?.report_id.slice(-4) ?? '')].join(' ')} 。`,
        '找到卡后可再拨本电话，按2撤销。', '正式挂失可在微信、支付宝、天府市民云、服务网点、自助机办理。',
        '银行账户不会一并挂失，请另行联系中国工商银行，电话 9 5 5 8 8 。', '返回菜单请按星号键，人工服务请按0，或直接挂机。',
      ],
      language: 'zh', expect: { kind: 'digits', atMost: 1, seconds: 8 }, state: 'done',
    })
    expect(await stateOf(one)).toBe('temporarilyLost')
  })

  test('the partner’s word stands beside it: the call, the password, and when it was heard', async () => {
    const one = await withPassword(record)
    const phone = await dial(line)
    await phone.type(...toErrand(1, one), '1')
    const { rows } = await record.sql.query('select partner_id, staff, outlet, applicant, evidence from attestation where card_key = $1', [one.cardId])
    expect(rows).toEqual([{
      partner_id: line.partnerId, staff: 'voice', outlet: null, applicant: 'cardholder',
      evidence: { kind: 'onlineCheck', method: 'password', reference: phone.callId, at: expect.stringMatching(/\+08:00$/) },
    }])
  })

  test('whoever goes back at the last question, hangs up there, or speaks to staff, has reported nothing', async () => {
    for (const entry of ['*', '0', '2', '']) {
      const one = await withPassword(record)
      await (await dial(line)).type(...toErrand(1, one), entry)
      expect([entry, await reportsOf(one)]).toEqual([entry, []])
    }
  })

  test('one that stands is said as it is, with where it is released, by whatever door it was made', async () => {
    const one = await withPassword(record)
    await (await dial(line)).type(...toErrand(1, one), '1')
    const again = await (await dial(line)).type(...toErrand(1, one))
    expect([again.state, again.say[1]]).toEqual(['done', '解除挂失可在本电话、服务网点办理。'])
    const other = await withPassword(record)
    await doors.report('counter', other)
    const formal = await (await dial(line)).type(...toErrand(1, other))
    expect(formal.say.slice(0, 2)).toEqual(['此卡已正式挂失，不会自动解除。', '解除挂失可在服务网点、自助机办理。'])
    expect(await reportsOf(other)).toHaveLength(1)
  })

  test('by two calls at once: there is one report, and both are told that it stands', async () => {
    const one = await withPassword(record)
    const phones = await Promise.all([dial(line), dial(line, '+8610000000002')])
    for (const phone of phones) await phone.type(...toErrand(1, one))
    const heard = await Promise.all(phones.map((phone) => phone.type('1')))
    const [report, ...more] = await reportsOf(one)
    expect(more).toEqual([])
    for (const { state, say } of heard) expect([state, say]).toEqual(['done', expect.arrayContaining([`此卡已临时挂失，${said(Number(report?.lapses_at))}自动解除。`])])
  })

  test('of a minor’s card by the guardian, elsewhere', async () => {
    const child = await withPassword(record, { id_number: idNumber('20150101', 999), guardian_id_number: '000000199004150104' })
    expect((await (await dial(line)).type(...toErrand(1, child))).say[0]).toBe('持卡人未成年，请由监护人办理。')
    expect(await reportsOf(child)).toEqual([])
  })

  test('of a cancelled card by nobody', async () => {
    const one = await withPassword(record, { state: 'cancelled' })
    expect((await (await dial(line)).type(...toErrand(1, one))).say[0]).toBe('此卡已注销，无需挂失或解除。')
  })
})

describe('a report is cancelled', () => {
  test('where it was made by telephone', async () => {
    const one = await withPassword(record)
    await (await dial(line)).type(...toErrand(1, one), '1')
    const phone = await dial(line)
    expect((await phone.type(...toErrand(2, one))).state).toBe('confirmCancel')
    expect(await stateOf(one)).toBe('temporarilyLost')
    expect((await phone.type('1')).say.slice(0, 2)).toEqual(['挂失已撤销。', '此卡社保功能正常。'])
    expect(await stateOf(one)).toBe('inUse')
  })

  test.each([
    ['wechat', '请到微信、支付宝、天府市民云办理。'],
    ['counter', '请到服务网点、自助机办理。'],
  ] as const)('where it was made in %s not: it is said where instead', async (channel, where) => {
    const one = await withPassword(record)
    await doors.report(channel, one)
    expect((await (await dial(line)).type(...toErrand(2, one))).say.slice(0, 2)).toEqual(['此挂失不能在电话中撤销。', where])
    expect(await stateOf(one)).toBe('formallyLost')
  })

  test('that is not there: so it is said', async () => {
    const heard = await (await dial(line)).type(...toErrand(2, await withPassword(record)))
    expect(heard.say.slice(0, 2)).toEqual(['此卡目前没有挂失。', '此卡社保功能正常。'])
  })

  test('in a dispute, after the dispute', async () => {
    const one = await withPassword(record)
    const phone = await dial(line)
    await phone.type(...toErrand(1, one), '1')
    await record.sql.query(
      `insert into dispute (card_key, dispute_id, about, author, city, opened_at) values ($1, 'd1', 'lossReported', 'cardholder', 'chengdu', 1)`, [one.cardId])
    expect((await phone.type('*', '2', `${one.card_number}#`, password)).say[0]).toBe('此卡有异议正在处理，处理完才能撤销挂失。')
  })
})

describe('how a card stands', () => {
  const lapsingIn = async (ms: number): Promise<Holder> => {
    const one = await withPassword(record)
    await (await dial(line)).type(...toErrand(1, one), '1')
    await record.sql.query(
      'update loss_report set lapses_at = floor(extract(epoch from clock_timestamp()) * 1000)::bigint + $2 where card_key = $1', [one.cardId, ms])
    return one
  }

  test('is said until the second before a report lapses, and offers to cancel it', async () => {
    const one = await lapsingIn(60_000)
    const [report] = await reportsOf(one)
    const phone = await dial(line)
    const heard = await phone.type(...toErrand(3, one))
    expect(heard).toMatchObject({ state: 'status', say: [`此卡已临时挂失，${said(Number(report?.lapses_at))}自动解除。`, '解除挂失可在本电话、服务网点办理。', expect.anything(), '撤销挂失请按1。', expect.anything()] })
    expect((await phone.type('1')).state).toBe('confirmCancel')
    expect((await phone.type('1')).say[0]).toBe('挂失已撤销。')
  })

  test('is as before a report from the moment it lapses on, and a new one is offered', async () => {
    for (const ago of [0, -1000]) {
      const one = await lapsingIn(ago)
      const phone = await dial(line)
      const heard = await phone.type(...toErrand(3, one))
      expect(heard.say.slice(0, 2)).toEqual(['此卡社保功能正常。', '现在挂失请按1。'])
      expect((await phone.type('1', '1')).say[0]).toBe('挂失成功。')
      expect(await reportsOf(one)).toMatchObject([{ ended_by: 'lapsed' }, { ended_by: null }])
    }
  })
})

describe('the line itself', () => {
  test('speaks English to whoever chooses it, to the end', async () => {
    const one = await withPassword(record)
    const phone = await dial(line)
    expect(await phone.type('2')).toMatchObject({ language: 'en', state: 'menu' })
    const asked = await phone.type('1', `${one.card_number}#`, `${password}#`)
    expect(asked.say).toEqual([
      'Settlement with this card stops at once. The report ends by itself after 7 days.',
      'The bank is not told. Please contact ICBC yourself, at 9 5 5 8 8.', 'To report the loss now, press 1. To go back, press star.',
    ])
    const done = await phone.type('1')
    expect(done.say[1]).toMatch(/^This card is reported lost until \d{1,2}:\d\d [AP]M on [A-Z][a-z]+ \d{1,2}\.$/)
    expect(done.say.join(' ')).not.toMatch(/\p{Script=Han}/u)
  })

  test('says the same to whoever stays silent, twice, and then ends', async () => {
    const phone = await dial(line)
    const menu = await phone.type('')
    expect(menu).toMatchObject({ state: 'menu', language: 'zh' })
    expect([await phone.type(''), await phone.type('')]).toEqual([menu, menu])
    expect(await phone.type('')).toEqual({ say: ['感谢来电，再见。'], language: 'zh', expect: { kind: 'hangUp' }, state: 'ended' })
    expect(await phone.type('1')).toEqual({ say: [], language: 'zh', expect: { kind: 'hangUp' }, state: 'ended' })
  })

  test('goes back one with *, and to staff with 0', async () => {
    const phone = await dial(line)
    const states: string[] = []
    for (const entry of ['1', '1', '990100000000000099#', '*', '*', '*', '1', '0', '1']) states.push((await phone.type(entry)).state)
    expect(states).toEqual(['menu', 'cardNumber', 'password', 'cardNumber', 'menu', 'language', 'menu', 'transferred', 'transferred'])
  })

  test('offers staff to whoever has a card with a letter, has forgotten the password, or errs three times in a row', async () => {
    expect((await (await dial(line)).type('1', '1', '12345678#')).say[0]).toBe('字母开头的卡号无法在电话上输入。请按0转人工。')
    const forgot = await (await dial(line)).type('1', '1', '990100000000000099#', '9')
    expect([forgot.state, forgot.say[0]]).toEqual(['done', '请转人工，或到服务网点、在手机上重设密码。'])
    const phone = await dial(line)
    const erring = await phone.type('1', '1', '123#', '123#', '123#')
    expect([erring.state, erring.say]).toEqual(['done', ['卡号应为16到19位数字。', '人工服务请按0，否则通话将结束。']])
    expect((await phone.type('5')).expect).toEqual({ kind: 'hangUp' })
  })

  test('is the telephone’s alone', async () => {
    const counter = await partner(record, { channel: 'counter' })
    expect(await refused(callAs(counter, 'channel/voice', { callId: 'call-00000001', turn: 0, caller: '' }))).toEqual({ code: 'notPermitted', status: 403 })
  })
})
