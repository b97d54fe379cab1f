import { fireEvent, screen } from '@testing-library/react'
import ReissuePage from '@/pages/reissue/index'
import { cardOnWire } from '../builders/card-on-wire'
import { outletOnWire } from '../builders/outlet-on-wire'
import { answerOnWire, optionOnWire } from '../builders/reissue-on-wire'
import { pass } from './hooks'
import { openOfficeWith, showPage, tap } from './pages'
import { ReissueDesk } from './reissue'

type Behind = Parameters<typeof openOfficeWith>[0]

/** A citizen whose card is asked a new one for. */
export const arrive = async (behind: Behind = {}) => new ReissueDesk(await openOfficeWith({ card: cardOnWire(), ...behind }))

/** The page of a new card, for a reason. */
export const show = async (reason = 'lost') => {
  await showPage(ReissuePage, { cardId: 'card-1', reason })
  await pass()
}
export const says = (words: string | RegExp) => expect(screen.getAllByText(words).length).toBeGreaterThan(0)
export const type = (label: string, typed: string) => fireEvent.input(screen.getByLabelText(label), { target: { value: typed } })

/** One way alone. */
export const only = (way: Parameters<typeof optionOnWire>[0], differences: Parameters<typeof optionOnWire>[1] = {}) => answerOnWire({ options: [optionOnWire(way, differences)] })

/** Passes the check that the review leads to. */
export const check = async () => {
  await tap('核对身份，提交')
  await tap('同意，开始演示核对')
  await tap('用这个结果继续')
  await pass()
}

export const outlets = () => [outletOnWire(1, { outletId: 'chengdu.wh-01', name: '示例武侯经办网点' }), outletOnWire(2, { outletId: 'chengdu.jj-01', name: '示例锦江经办网点' })]

/** At the review, to collect at the first of the outlets. */
export const toReview = async (behind: Behind = {}) => {
  const desk = await arrive(behind)
  desk.office.wire.on('outlets/search', () => ({ outlets: outlets() }))
  desk.answer = only('serviceOutlet')
  await show()
  await tap('在这里申请')
  await tap(/^示例武侯经办网点/, 'radio')
  await tap('下一步')
  return desk
}
