import { readKeys } from '@/web/verify/keys'
import { checkReceipt } from '@/web/verify/check'
import { publishedKeys } from '../../../cloudfunctions/documents/receipt-keys'
import { openRecord, type TestRecord } from '../../support/record'
import { call, citizen, newKey, ok, refused } from '../../support/record/citizen'
import { agree, grant, people } from '../../support/record/family'
import { callAs, partner } from '../../support/record/partner'
import { openPdfReader, type PdfReader } from '../documents/read-pdf'
import { applied, makerAt, someone, type Acting, type Maker } from './stage'

// documents are drawn, on a machine that may be busy
jest.setTimeout(180_000)

let record: TestRecord
let maker: Maker
let reader: PdfReader
beforeAll(async () => {
  record = await openRecord()
  maker = await makerAt(record)
  reader = openPdfReader()
})
afterAll(async () => {
  await reader.close()
  await record.close()
})

const receiptOf = ({ cardId, token }: Pick<Acting, 'cardId' | 'token'>) => call('reissue/receipt', { cardId }, token)
const form = ({ cardId, token }: Pick<Acting, 'cardId' | 'token'>, reason: 'lost' | 'damaged' = 'lost') => call('reissue/applicationForm', { cardId, reason, way: 'serviceOutlet' }, token)
const check = (code: string) => checkReceipt(code, readKeys(publishedKeys(record.services.config.receiptKeys)), Date.now())
const opened = async (pdf: string) => reader.read(Buffer.from(pdf, 'base64'))

describe('a receipt', () => {
  test('is there from acceptance until the card is handed over, and its code is genuine', async () => {
    const who = await someone(record)
    expect(await refused(receiptOf(who))).toMatchObject({ code: 'noOrder' })
    const { order: { orderId } } = await applied(who)
    expect(await refused(receiptOf(who))).toMatchObject({ code: 'orderElsewhere' })
    await maker.accept(who.cardId)
    const { receipt } = await ok(receiptOf(who))
    expect(receipt).toMatchObject({ number: orderId, kind: 'replacement', meanwhile: 'reimburse', maskedName: expect.stringContaining('*'), maskedNumber: expect.stringContaining('*') })
    const { number, maskedName, maskedNumber, kind, meanwhile, until } = receipt
    expect(check(receipt.code)).toMatchObject({ is: 'genuine', claims: { number, maskedName, maskedNumber, kind, meanwhile, until, city: 'chengdu', keyId: 'test' } })
    await maker.move(who.cardId, 'makeReady', { parts: { newNumber: '990199999999999911', newIssuedOn: '2026-12-01', outlet: 'chengdu.wuhou-agency' } })
    expect((await ok(receiptOf(who))).receipt.outlet).toBe('chengdu.wuhou-agency')
    await maker.move(who.cardId, 'collect')
    expect(await refused(receiptOf(who))).toMatchObject({ code: 'orderElsewhere' })
  })

  test('is not there for an application that was taken back', async () => {
    const who = await someone(record)
    const { order: { orderId } } = await applied(who)
    await ok(call('reissue/cancel', { cardId: who.cardId, orderId, idempotencyKey: newKey() }, who.token))
    expect(await refused(receiptOf(who))).toMatchObject({ code: 'orderElsewhere' })
  })

  test('is printed by a counter, masked', async () => {
    const who = await someone(record)
    await applied(who)
    await maker.accept(who.cardId)
    const counter = await partner(record, { channel: 'counter' })
    const { receipt, pdf } = await ok(callAs(counter, 'channel/receipt', { card: { cardId: who.cardId }, staff: { id: 's-1', outlet: 'chengdu.wuhou-agency' } }))
    const { pages, text } = await opened(pdf)
    expect([pages, check(receipt.code).is]).toEqual([1, 'genuine'])
    for (const words of [receipt.number, receipt.maskedName, receipt.maskedNumber, '手工报销', '持卡人身份证']) expect(text).toContain(words)
    for (const secret of [who.row.name, who.row.id_number, who.row.card_number]) expect(text).not.toContain(secret)
  })
})

describe('an application form', () => {
  test('has the cardholder’s name and number in clear, for them', async () => {
    const who = await someone(record)
    const { pages, text } = await opened((await ok(form(who))).pdf)
    expect(pages).toBe(1)
    for (const words of [who.row.name, who.row.id_number, '代办人来办']) expect(text).toContain(words)
    expect(text).not.toContain(who.row.card_number)
  })

  test('has the child’s and the guardian’s, for the guardian, and of both the papers they bring', async () => {
    const guardian = await citizen('guardian', 'wechat', 1)
    await agree(guardian)
    const { text } = await opened((await ok(form(guardian, 'damaged'))).pdf)
    for (const words of [people.guardian.name, people.guardian.idNumber, '户口簿', '旧社保卡']) expect(text).toContain(words)
    expect(text).not.toContain('代办人来办')
  })

  test('is nothing for a proxy, who reads nobody’s number', async () => {
    const holder = await citizen('in-use', 'alipay')
    await ok(grant(holder, { purpose: 'reissue', proxy: people.guardian }))
    const proxy = await citizen('guardian', 'alipay')
    expect(await refused(form({ cardId: holder.cardId, token: proxy.token }))).toMatchObject({ code: 'holderOnly' })
  })

  test('of what was applied for is there all the while; none is made for what the rules refuse', async () => {
    const who = await someone(record)
    const { order: { reason } } = await applied(who, { reason: 'lost' })
    expect(reason).toBe('lost')
    expect((await opened((await ok(form(who, 'lost'))).pdf)).text).toContain(who.row.name)
    expect(await refused(form(who, 'damaged'))).toMatchObject({ code: 'orderOpen' })
  })
})
