import type { OrderOnWire, ReissueAnswerOnWire, ReissueOptionOnWire } from '@/contract'

type Possible = Exclude<ReissueAnswerOnWire, { readonly refused: unknown }>

/** The four ways as Chengdu has them for a lost card, with what a test is about. */
export const optionOnWire = (way: ReissueOptionOnWire['way'], differences: Partial<ReissueOptionOnWire> = {}): ReissueOptionOnWire => ({
  way,
  where: way === 'instant' || way === 'bankApp' ? ['bank'] : ['counter', 'wechat', 'alipay'],
  here: way === 'serviceOutlet' || way === 'mail',
  banks: way === 'instant' || way === 'bankApp' ? ['bocd'] : [],
  papers: ['holderId'],
  photo: false,
  workingDays: way === 'instant' ? 0 : 15,
  ...(way !== 'instant' && { ready: { date: '2026-03-31' } }),
  ...differences,
})

export const answerOnWire = (differences: Partial<Possible> = {}): Possible => ({
  kind: 'replacement',
  report: 'madeToo',
  stopsOldCard: true,
  cancelFirst: false,
  options: [optionOnWire('instant'), optionOnWire('serviceOutlet'), optionOnWire('bankApp'), optionOnWire('mail')],
  ...differences,
})

/** An application that was handed in this morning, with what a test is about. */
export const orderOnWire = (differences: Partial<OrderOnWire> = {}): OrderOnWire => ({
  orderId: 'BK2603100017',
  kind: 'replacement',
  reason: 'lost',
  way: 'serviceOutlet',
  bank: 'bocd',
  by: 'cardholder',
  channel: 'wechat',
  state: 'applied',
  steps: [{ state: 'applied', at: '2026-03-10T10:30:00.000+08:00' }],
  photo: false,
  papersToCollect: ['holderId', 'receipt'],
  ...differences,
})
