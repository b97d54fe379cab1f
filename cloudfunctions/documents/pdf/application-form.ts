import { reissueReasons, reissueWays, type ReissueReason, type ReissueWay } from '@/domain/reissue'
import type { BilingualName, Paper, Role } from '@/domain/words'
import { papers, reasons, roles as roleWords, ways } from '../words'
import { heading, note, row, tick, title, type Both } from './blocks'
import { makeSheet, mm, sheet, type Sheet } from './sheet'

export interface Named {
  readonly name: string
  readonly idNumber: string
}

/** An application as far as it is known: names and ID numbers in clear, for whoever applies alone. */
export interface ApplicationForm {
  readonly holder: Named
  /** The guardian who applies for a child; null for a cardholder. */
  readonly guardian: Named | null
  readonly maskedNumber: string
  readonly city: BilingualName
  readonly bank: string
  readonly reason: ReissueReason
  readonly way: ReissueWay
  /** What to bring, by who comes to the counter. */
  readonly papers: readonly (readonly [Role, readonly Paper[]])[]
}

const half = sheet.width / 2 - mm(3)
const columns = [{ left: sheet.left, width: half }, { left: sheet.left + half + mm(6), width: half }] as const

type Choice = readonly [words: Both, isTicked: boolean]
type Row = readonly [label: Both, value: string]

/** What goes side by side, two to a line: `put` answers how far down each comes. */
const inPairs = <Item>(all: readonly Item[], at: number, put: (item: Item, at: number, place: (typeof columns)[number]) => number): number => {
  let [line, end] = [at, at]
  all.forEach((item, index) => {
    if (index % 2 === 0) line = end
    end = Math.max(end, put(item, line, index % 2 === 0 ? columns[0] : columns[1]))
  })
  return end
}

const choices = (document: Sheet, all: readonly Choice[], at: number): number =>
  inPairs(all, at, ([words, isTicked], down, place) => tick(document, words, isTicked, down, place)) + mm(1)

const rows = (document: Sheet, all: readonly Row[], at: number): number => inPairs(all, at, ([label, value], down, place) => row(document, label, value, down, place))

const about: Both = [
  '由本服务按登记信息预填，方便到网点办理，不是受理凭证。网点有自己的表格时，以网点的为准。',
  'Prepared by this service from the record, to take to an outlet. It is no receipt; where an outlet has its own form, that one counts.',
]

const known = ({ holder, guardian, maskedNumber, city, bank }: ApplicationForm): readonly Row[] => [
  [['姓名', 'Name'], holder.name],
  [['身份证号', 'ID number'], holder.idNumber],
  [['社保卡号', 'Card'], maskedNumber],
  [['城市', 'City'], `${city.zh} ${city.en}`],
  [['发卡银行', 'Bank'], bank],
  [['联系电话', 'Phone'], ''],
  ...(guardian ? [[['监护人', 'Guardian'], guardian.name], [['身份证号', 'ID number'], guardian.idNumber]] as const : []),
]

/** Who stands in for a grown cardholder is not known here: they write it themselves. */
const toWrite: readonly Row[] = [[['代办人', 'Proxy'], ''], [['身份证号', 'ID number'], '']]
const toSign: readonly Row[] = [[['申请人签名', 'Signature'], ''], [['日期', 'Date'], '']]

/** Who comes, and what they bring: ticked where only one can. */
const whoComes = (document: Sheet, [role, list]: ApplicationForm['papers'][number], isTicked: boolean, from: number): number => {
  const [zh, en] = roleWords[role]
  const at = choices(document, list.map((paper) => [papers[paper], false]), tick(document, [`${zh}来办，要带：`, `${en} comes, with:`], isTicked, from))
  return (role === 'proxy' ? rows(document, toWrite, at) : at) + mm(1)
}

const draw = (document: Sheet, form: ApplicationForm): void => {
  let at = note(document, about, title(document, ['社保卡补换卡申请表（预填）', 'Application for a new social security card, filled in']))
  at = rows(document, known(form), heading(document, ['持卡人', 'Cardholder'], at))
  at = heading(document, ['申请原因', 'Reason'], at + mm(1))
  at = choices(document, reissueReasons.map((reason) => [reasons[reason], reason === form.reason]), at)
  at = heading(document, ['办理方式', 'Way'], at)
  at = choices(document, reissueWays.map((way) => [ways[way], way === form.way]), at)
  at = heading(document, ['谁来办、带什么', 'Who comes, and what to bring, in the original'], at)
  for (const one of form.papers) at = whoComes(document, one, form.papers.length === 1, at)
  at = heading(document, ['签名', 'Signature'], at)
  rows(document, toSign, at + mm(3))
}

/** The application form on one A4 page, filled in with what is known: personal data in clear. */
export const applicationFormPdf = (form: ApplicationForm): Promise<Buffer> => makeSheet('社保卡补换卡申请表', (document) => draw(document, form))
