import type { ReceiptOnWire } from '@/contract/reissue-shapes'
import type { BilingualName, Paper } from '@/domain/words'
import { care, kinds, papers } from '../words'
import { heading, note, qr, row, tick, title, type Both } from './blocks'
import { makeSheet, mm, sheet, type Sheet } from './sheet'

/** What stands on a printed receipt beside what its code says. */
export interface ReceiptToPrint {
  readonly receipt: ReceiptOnWire
  readonly city: BilingualName
  /** The last civil day it is plausible on. */
  readonly until: string
  readonly papers: readonly Paper[]
}

const side = mm(52)
const beside = { width: sheet.width - side - mm(6) }

const readyWords = ({ ready }: ReceiptOnWire): string => (ready && 'date' in ready ? ready.date : '另行通知 To be announced')
const minutes = 16

const rowsOf = ({ receipt, city, until }: ReceiptToPrint): readonly (readonly [Both, string])[] => [
  [['城市', 'City'], `${city.zh} ${city.en}`],
  [['凭证号', 'Receipt'], receipt.number],
  [['持卡人', 'Cardholder'], receipt.maskedName],
  [['卡号', 'Card'], receipt.maskedNumber],
  [['业务', 'Request'], kinds[receipt.kind].join(' ')],
  [['受理时间', 'Accepted'], receipt.acceptedAt.slice(0, minutes).replace('T', ' ')],
  [['预计可领', 'Ready about'], readyWords(receipt)],
  ...(receipt.outletName ? [[['领卡网点', 'Collect at'], receipt.outletName] as const] : []),
  [['有效至', 'Good until'], until],
]

const check: Both = [
  '用核验页面（本服务网址后加 /verify）扫右上角的码，不联网也能看出真假。新卡是不是已经领走，要由窗口联网查。领走后，本凭证不再有效。',
  'Scan the code on the verification page (the address of this service, then /verify): it works without a connection. Whether the card has been collected, a counter looks up. After that this receipt counts no more.',
]
const origin: Both = ['本页由本服务生成，姓名和卡号只显示一部分。', 'Made by this service. Name and card number are shown in part.']

const draw = (document: Sheet, it: ReceiptToPrint): void => {
  qr(document, it.receipt.code, sheet.right - side, sheet.top - mm(2), side)
  let at = title(document, ['社保卡领卡凭证', 'Social security card: collection receipt'], beside)
  for (const [label, value] of rowsOf(it)) at = row(document, label, value, at, beside)
  at = heading(document, ['看病', 'Medical care meanwhile'], Math.max(at, sheet.top + side) + mm(4))
  at = note(document, care[it.receipt.meanwhile], at)
  at = heading(document, ['领卡时带', 'To collect it, bring'], at + mm(2))
  for (const paper of it.papers) at = tick(document, papers[paper], false, at)
  at = heading(document, ['怎么核验', 'How to check this receipt'], at + mm(4))
  note(document, origin, note(document, check, at))
}

/** The collection receipt on one A4 page: masked, so that it may be lost as well. */
export const receiptPdf = (it: ReceiptToPrint): Promise<Buffer> => makeSheet('社保卡领卡凭证', (document) => draw(document, it))
