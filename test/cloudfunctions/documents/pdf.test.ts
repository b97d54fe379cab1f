import { applicationFormPdf, type ApplicationForm } from '../../../cloudfunctions/documents/pdf/application-form'
import { receiptPdf, type ReceiptToPrint } from '../../../cloudfunctions/documents/pdf/receipt'
import { signReceipt } from '../../../cloudfunctions/documents/sign-receipt'
import { openPdfReader, type PdfReader } from './read-pdf'
import { claims, newReceiptKey } from './receipts'

jest.setTimeout(60_000)

let reader: PdfReader
beforeAll(() => { reader = openPdfReader() })
afterAll(() => reader.close())

const city = { zh: '成都', en: 'Chengdu' }
const receipt: ReceiptToPrint = {
  receipt: {
    number: claims.number, maskedName: claims.maskedName, maskedNumber: claims.maskedNumber, kind: 'replacement', acceptedAt: '2026-12-01T09:00:00.000+08:00',
    ready: { date: '2026-12-22' }, outletName: '示例网点（虚构）', meanwhile: 'voucher', code: signReceipt(claims, [newReceiptKey('r1')]),
  },
  city, until: claims.until, papers: ['guardianId', 'householdRegister', 'receipt'],
}
const form: ApplicationForm = {
  holder: { name: '示例公民子', idNumber: '00000020180101001X' }, guardian: { name: '示例公民甲', idNumber: '00000019850312001X' }, maskedNumber: claims.maskedNumber, city,
  bank: '中国工商银行', reason: 'damaged', way: 'serviceOutlet', papers: [['guardian', ['guardianId', 'householdRegister', 'card']]],
}

test('a receipt is one page of A4, its type embedded, and says what it is good for and what to bring', async () => {
  const { pages, size, text, fonts, title } = await reader.read(await receiptPdf(receipt))
  expect([pages, size, title]).toEqual([1, [595, 842], '社保卡领卡凭证'])
  expect(fonts).toEqual([{ name: expect.stringMatching(/^[A-Z]{6}\+NotoSans/), embedded: true }])
  for (const words of [claims.number, claims.maskedName, claims.maskedNumber, '2026-12-01 09:00', '2026-12-22', claims.until, '成都', '示例网点（虚构）', '出示本凭证和身份证', '户口簿', '/verify']) {
    expect(text).toContain(words)
  }
})

test('a ready day that the calendar does not know, and care that is paid for first, are said so', async () => {
  const { text } = await reader.read(await receiptPdf({ ...receipt, receipt: { ...receipt.receipt, ready: { uncovered: '2028' }, meanwhile: 'reimburse', outletName: undefined } }))
  expect(text).toContain('另行通知')
  expect(text).toContain('手工报销')
  expect(text).not.toContain('领卡网点')
})

test('an application form is one page, with the child’s and the guardian’s names and numbers, and no form number', async () => {
  const { pages, text, fonts } = await reader.read(await applicationFormPdf(form))
  expect(pages).toBe(1)
  expect(fonts).toEqual([{ name: expect.stringMatching(/^[A-Z]{6}\+NotoSans/), embedded: true }])
  for (const words of [form.holder.name, form.holder.idNumber, form.guardian?.name, form.guardian?.idNumber, '卡坏了', '户口簿', '以网点的为准', '不是受理凭证']) expect(text).toContain(words)
})

test('the longest names and all papers of all roles still fit on one page', async () => {
  const name = '阿卜杜勒·'.repeat(12)
  const long = { name, idNumber: '00000019850312001X' }
  const lists: ApplicationForm['papers'] = [['cardholder', ['holderId', 'card', 'photo']], ['proxy', ['holderId', 'proxyId', 'card', 'photo']]]
  expect((await reader.read(await applicationFormPdf({ ...form, holder: long, guardian: null, papers: lists }))).pages).toBe(1)
  expect((await reader.read(await applicationFormPdf({ ...form, holder: long, guardian: long, papers: [['guardian', ['guardianId', 'householdRegister', 'card', 'photo']]] }))).pages).toBe(1)
  const masked = `${name.slice(0, 1)}${'*'.repeat(59)}`
  expect((await reader.read(await receiptPdf({ ...receipt, receipt: { ...receipt.receipt, outletName: '示例网点'.repeat(20), maskedName: masked } }))).pages).toBe(1)
})
