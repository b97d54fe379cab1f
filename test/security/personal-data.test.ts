import { openServices, provideServices } from '../../cloudfunctions/runtime/services'
import { logTo } from '../../cloudfunctions/runtime/log'
import { openRecord, type TestRecord } from '../support/record'
import { idNumber } from '../support/record/card-file'
import { call, citizen, ok, type Citizen } from '../support/record/citizen'
import { agree, grant, people } from '../support/record/family'
import { newcomer, visitor } from '../support/record/visitor'
import { dumpOf, findPersonalData } from './scan'
import { bearer, send } from './stage'

// many requests, on a machine that may be busy
jest.setTimeout(60_000)

describe('the search finds', () => {
  test.each([
    ['an ID number of no region', `{"id":"${idNumber('19800101')}"}`, [idNumber('19800101')]],
    ['one that ends in x', 'of 00000019850312001x.', ['00000019850312001X']],
    ['a name', '{"name":"示例公民甲"}', ['示例公民甲']],
    ['a name written for a machine', '{"name":"\\u793a\\u4f8b\\u516c\\u6c11\\u7532"}', ['示例公民甲']],
    ['a phone', 'call 10000000001', ['10000000001']],
    ['a card\'s number', 'card 510100000000000101', ['510100000000000101']],
    ['an OPENID', 'demo-openid-in-use', ['demo-openid-in-use']],
  ])('%s', (_what, text, found) => {
    expect(findPersonalData(text)).toEqual(found)
  })

  test('nothing in what is masked or sealed, nor in other numbers', () => {
    expect(findPersonalData('示**** 5101**********0101 0000**********001X 100****0001 d1.AAECAwQF 510100000000000102 1764040000000')).toEqual([])
  })
})

describe('after everything that a citizen can do', () => {
  const lines: string[] = []
  const replies: string[] = []
  let record: TestRecord

  const heard = async <T>(answer: Promise<T>): Promise<T> => {
    const given = await answer
    replies.push(JSON.stringify(given))
    return given
  }

  const report = async (person: Citizen) => {
    await heard(person.report())
    await heard(call('card/get', { cardId: person.cardId }, person.token))
    await heard(call('card/bankTold', { cardId: person.cardId, told: true, idempotencyKey: 'told-the-bank' }, person.token))
    await heard(person.release())
    await heard(call('card/history', { cardId: person.cardId }, person.token))
    await heard(call('card/list', {}, person.token))
  }

  const family = async () => {
    const [holder, guardian] = [await citizen('in-use', 'wechat'), await citizen('guardian', 'alipay', 1)]
    await agree(guardian)
    await heard(guardian.report())
    await heard(grant(holder, { proxy: { ...people.locked } }))
    await heard(call('person/family', {}, guardian.token))
    await heard(call('person/family', {}, holder.token))
    await heard(call('person/myData', {}, holder.token))
  }

  const binding = async () => {
    const who = await visitor(record, 'wechat')
    await heard(who.bind())
    await heard(call('session/account', {}, who.token))
    await who.begin({ purpose: 'bind', name: '示例公民甲', idNumber: '00000019850312001X' })
  }

  /** What is refused is logged too. */
  const mistakes = async () => {
    const { token } = await citizen('locked', 'wechat')
    const body = { cardId: 'nothing', name: newcomer.name, idNumber: newcomer.idNumber }
    for (const request of [body, { cardId: newcomer.idNumber }]) replies.push((await send('card/get', request, bearer(token))).body)
    replies.push((await send('session/beginVerification', { subject: { purpose: 'bind', name: newcomer.name, idNumber: '1234' } }, bearer(token))).body)
  }

  beforeAll(async () => {
    record = await openRecord()
    const { config } = record.services
    const services = openServices({ ...config, logLevel: 'debug' }, logTo('debug', { write: (line) => { lines.push(line) } }))
    provideServices(services)
    await report(await citizen('two-cards', 'alipay'))
    await family()
    await binding()
    await mistakes()
    await services.repository.close()
  })
  afterAll(() => record.close())

  test('no line of the log says whom it is about', () => {
    expect(lines.length).toBeGreaterThan(30)
    expect(findPersonalData(lines.join('\n'))).toEqual([])
  })

  test('no reply does', () => {
    expect(replies.length).toBeGreaterThan(15)
    expect(findPersonalData(replies.join('\n'))).toEqual([])
  })

  test('no row of any table does', async () => {
    const dump = await dumpOf(record.connectionString)
    expect(/^public\.verification [1-9]/m.test(dump)).toBe(true)
    expect(findPersonalData(dump)).toEqual([])
  })

  test('the copy of one\'s own data does, of oneself alone', async () => {
    provideServices(record.services)
    const { token } = await citizen('guardian', 'wechat')
    const { verificationId } = await ok(call('session/beginVerification', { subject: { purpose: 'exportData' } }, token))
    await ok(call('session/completeVerification', { verificationId }, token))
    const { copy } = await ok(call('person/exportData', { verificationId }, token))
    expect(findPersonalData(copy).sort()).toEqual(['000000199004150104', '10000000010', '510100000000001010', '示例公民癸'])
  })
})
