import { screen } from '@testing-library/react'
import { shownStates, type ShownState } from '@/domain/words'
import WhatHappenedPage from '@/pages/what-happened/index'
import { cardOnWire } from '../support/builders/card-on-wire'
import { phone } from '../support/taro/phone'
import { pass } from '../support/wire/hooks'
import { heading, openOfficeWith, showPage, tap } from '../support/wire/pages'
import { ReissueDesk } from '../support/wire/reissue'
import { Refused } from '../support/wire/wire'

// a tap of one test is not the second tap of another
let now = Date.parse('2026-03-10T10:30:00+08:00')
beforeEach(() => jest.useFakeTimers({ now: (now += 1_000) }))
afterEach(() => jest.useRealTimers())

type Behind = Parameters<typeof openOfficeWith>[0]
const show = async () => {
  await showPage(WhatHappenedPage, { cardId: 'card-1' })
  await pass()
}
const open = async (behind: Behind = {}) => {
  const desk = new ReissueDesk(await openOfficeWith({ card: cardOnWire(), ...behind }))
  await show()
  return desk
}
const reissueFor = (reason: string) => `/pages/reissue/index?cardId=card-1&reason=${reason}`

test.each([
  ['卡坏了，机器读不出来', 'damaged'],
  ['卡面磨花了，看不清', 'defaced'],
  ['卡过期了', 'expired'],
  ['姓名、身份证号改了', 'detailsChanged'],
  ['想换一家银行', 'bankChanged'],
  ['从外省搬来了', 'movedProvince'],
  ['还在用老的医保卡', 'oldMedicalCard'],
])('“%s” leads to the ways to a new card', async (row, reason) => {
  await open()
  expect(heading()).toBe('发生了什么？')
  await tap(row)
  expect(phone.opened).toEqual([reissueFor(reason)])
})

test('a lost card may be reported first and looked for, or replaced in the same step', async () => {
  await open()
  await tap(/^卡丢了/)
  expect(heading()).toBe('现在就补新卡吗？')
  await tap(/^先挂失，再找找/)
  await tap(/^找不到了，挂失并补卡/)
  expect(phone.opened).toEqual(['/pages/report-loss/index?cardId=card-1', reissueFor('lost')])
  await tap('返回')
  expect(heading()).toBe('发生了什么？')
})

test('a card that is reported already is not asked about again', async () => {
  await open({ card: cardOnWire({ state: 'formallyLost' }) })
  await tap('卡丢了 社保功能已挂失，可以直接补')
  expect(phone.opened).toEqual([reissueFor('lost')])
})

test.each(['inUse', 'temporarilyLost', 'formallyLost'] as const)('a card that is found again and %s leads to unhooking', async (state) => {
  await open({ card: cardOnWire({ state }) })
  await tap(/^卡找到了/)
  expect(phone.opened).toEqual(['/pages/release/index?cardId=card-1'])
})

const waysOn: Record<ShownState, readonly [button: string, page: string]> = {
  inUse: ['机器读不出来，去换卡', reissueFor('damaged')],
  temporarilyLost: ['卡找到了，去解挂', '/pages/release/index?cardId=card-1'],
  formallyLost: ['卡找到了，去解挂', '/pages/release/index?cardId=card-1'],
  notActivated: ['去启用', '/pages/activate/index?cardId=card-1'],
  locked: ['看哪里能解锁', '/pages/outlets/index?city=chengdu&cardId=card-1&need='],
  beingReissued: ['看办到哪一步', '/pages/order/index?cardId=card-1'],
  cancelled: ['看我的其他卡', '/pages/card/index?cardId=card-1'],
}

test.each(shownStates)('“abnormal state” of a card that is %s is explained, with what helps', async (state) => {
  await open({ card: cardOnWire({ state }) })
  await tap('药店说“状态异常”')
  expect(screen.getByRole('img').getAttribute('aria-label')).toContain('示例公民的社会保障卡')
  const [button, page] = waysOn[state]
  await tap(button)
  expect(phone.opened).toEqual([page])
  await tap('打热线问清楚，电话 028-12333')
  expect(phone.called).toEqual(['028-12333'])
})

test('a lost card whose state is explained can be replaced from there', async () => {
  await open({ card: cardOnWire({ state: 'temporarilyLost' }) })
  await tap('药店说“状态异常”')
  await tap('找不到了，去补卡')
  expect(heading()).toBe('现在就补新卡吗？')
})


test('a new card waiting beside the old one is the one that is activated', async () => {
  const office = await openOfficeWith({ card: cardOnWire({ state: 'cancelled' }) })
  new ReissueDesk(office)
  office.wire.on('card/list', () => ({ cards: [office.card, cardOnWire({ cardId: 'card-2', state: 'notActivated' })] }))
  await show()
  await tap('新卡用不了')
  expect(phone.opened).toEqual(['/pages/activate/index?cardId=card-2'])
})

test('another person’s new card is not taken for one’s own', async () => {
  const office = await openOfficeWith({ card: cardOnWire() })
  new ReissueDesk(office)
  office.wire.on('card/list', () => ({ cards: [office.card, cardOnWire({ cardId: 'card-2', state: 'notActivated', holder: { relation: 'guardian', maskedName: '示*' } })] }))
  await show()
  await tap('新卡用不了')
  expect(phone.opened).toEqual([])
  expect(heading()).toBe('您的社保卡能正常用')
})

test('a new card that is on its way is said first', async () => {
  await open({ card: cardOnWire({ state: 'beingReissued', order: 'inProduction' }) })
  expect(screen.getByText('这张卡已经在办新卡')).toBeTruthy()
  await tap('看办到哪一步')
  expect(phone.opened).toEqual(['/pages/order/index?cardId=card-1'])
})

test.each(['closed', 'cancelled'] as const)('an order that is %s is not on its way any more', async (state) => {
  await open({ card: cardOnWire({ order: state }) })
  expect(screen.queryByText('这张卡已经在办新卡')).toBeNull()
})

test('in elder mode one question a screen, and a way back', async () => {
  await open({ mode: 'elder' })
  expect(screen.queryByText('卡过期了')).toBeNull()
  await tap('卡在手里，用不了')
  await tap('都不是，重新选')
  await tap('情况变了')
  await tap('想换一家银行')
  expect(phone.opened).toEqual([reissueFor('bankChanged')])
})

test('in English', async () => {
  await open({ language: 'en' })
  expect(heading()).toBe('What happened?')
  await tap('The card has expired')
  expect(phone.opened).toEqual([reissueFor('expired')])
})

test('a card that is not there says so', async () => {
  const office = await openOfficeWith()
  office.wire.on('card/get', () => {
    throw new Refused('notFound')
  })
  await showPage(WhatHappenedPage, { cardId: 'card-9' })
  expect(heading()).toBe('没有查到这张卡')
})
