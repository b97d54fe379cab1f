import { fireEvent, screen } from '@testing-library/react'
import { cardOnWire } from '../support/builders/card-on-wire'
import { answerOnWire, optionOnWire, orderOnWire } from '../support/builders/reissue-on-wire'
import { phone } from '../support/taro/phone'
import { arrive, check, only, outlets, says, show, toReview } from '../support/wire/applying'
import { pass } from '../support/wire/hooks'
import { heading, setOnline, tap } from '../support/wire/pages'
import { Refused } from '../support/wire/wire'

// a tap of one test is not the second tap of another
let now = Date.parse('2026-03-10T10:30:00+08:00')
beforeEach(() => jest.useFakeTimers({ now: (now += 1_000) }))
afterEach(() => jest.useRealTimers())

test('for a lost card: where it is collected, once more, the check of its own purpose, and it is in', async () => {
  const desk = await toReview()
  expect(heading()).toBe('看一遍，再提交')
  says('示例武侯经办网点')
  says('一提交，社保功能马上停用，算正式挂失')
  says('银行账户要另外挂失')
  await check()
  expect(desk.office.wire.requestsOf('session/beginVerification')).toEqual([{ subject: { purpose: 'reissue', cardId: 'card-1' } }])
  expect(desk.applications).toMatchObject([{ cardId: 'card-1', verificationId: 'check-1', reason: 'lost', way: 'serviceOutlet', outlet: 'chengdu.wh-01' }])
  expect(heading()).toBe('申请交上去了')
  for (const words of ['BK2603100017', 'GS2603100042', '受理起 15 个工作日', '带身份证和领卡凭证']) says(words)
  expect(screen.getByRole('region', { name: '还差一步：银行那边还没挂失' })).toBeTruthy()
  await tap('看办到哪一步')
  expect(phone.opened).toEqual(['replace /pages/order/index?cardId=card-1'])
})

test('the outlet may be decided later', async () => {
  const desk = await arrive()
  desk.office.wire.on('outlets/search', () => ({ outlets: [] }))
  desk.answer = only('serviceOutlet')
  await show()
  await tap('在这里申请')
  says('这里还没有网点名单')
  says('先选一个网点，或者以后再定')
  await tap(/^以后再定/, 'radio')
  await tap('下一步')
  await check()
  expect(desk.applications[0]).not.toHaveProperty('outlet')
})

test('where the outlets are not found one can go on all the same', async () => {
  const desk = await arrive()
  desk.office.wire.on('outlets/search', () => {
    throw new Refused('busy')
  })
  desk.answer = only('serviceOutlet')
  await show()
  await tap('在这里申请')
  says('网点没有查到，再试一次，或者以后再定')
  await tap(/^以后再定/, 'radio')
  await tap('下一步')
  expect(heading()).toBe('看一遍，再提交')
})

test('who changes banks chooses another one first', async () => {
  const desk = await arrive()
  desk.answer = answerOnWire({ kind: 'exchange', report: 'notNeeded', stopsOldCard: false, options: [optionOnWire('instant', { banks: ['bocd', 'icbc'] }), optionOnWire('mail')] })
  await show('bankChanged')
  await tap('在这里申请')
  expect(heading()).toBe('新卡用哪家银行？')
  expect(screen.queryByRole('radio', { name: /成都银行/ })).toBeNull()
  says('先选一家银行')
  await tap('中国工商银行', 'radio')
  await tap('下一步')
  expect(heading()).toBe('寄到哪里？')
})

test('tapped twice it is applied for once', async () => {
  const desk = await toReview()
  await tap('核对身份，提交')
  await tap('同意，开始演示核对')
  const button = screen.getByRole('button', { name: '用这个结果继续' })
  fireEvent.click(button)
  fireEvent.click(button)
  await pass()
  expect(desk.applications).toHaveLength(1)
})

test('a lost answer is asked for again with the same key', async () => {
  const desk = await toReview()
  await tap('核对身份，提交')
  await tap('同意，开始演示核对')
  desk.office.wire.next('comes', 'comes', 'lost')
  await tap('用这个结果继续')
  await pass(1_000)
  expect(heading()).toBe('申请交上去了')
  expect(desk.applications).toHaveLength(1)
})

test('while nobody knows, it is not called failed', async () => {
  const desk = await toReview()
  await tap('核对身份，提交')
  await tap('同意，开始演示核对')
  desk.office.wire.on('reissue/apply', () => {
    throw new Refused('fault')
  })
  await tap('用这个结果继续')
  expect(heading()).toBe('不确定有没有申请成')
  await tap('看办到哪一步')
  expect(phone.opened).toEqual(['replace /pages/order/index?cardId=card-1'])
})

test('without a network nothing is applied for, and the retry applies', async () => {
  const desk = await toReview()
  await tap('核对身份，提交')
  await tap('同意，开始演示核对')
  desk.office.wire.on('session/completeVerification', () => {
    phone.setOnline(false)
    return { result: 'passed' }
  })
  await tap('用这个结果继续')
  expect(heading()).toBe('手机没连上网')
  await setOnline(true)
  await tap('再试一次')
  expect(desk.applications).toHaveLength(1)
})

test('a check that no longer counts leads to another, and what was filled in is still there', async () => {
  const desk = await toReview()
  desk.refuses = ['verificationUsed']
  await check()
  desk.refuses = undefined
  await tap('再试一次')
  await tap('同意，开始演示核对')
  await tap('用这个结果继续')
  expect(desk.applications).toMatchObject([{ outlet: 'chengdu.wh-01' }])
})

test('an expired session is renewed in silence', async () => {
  const desk = await toReview()
  desk.office.expireSessions()
  await check()
  expect(desk.applications).toHaveLength(1)
})

test('a check without a result is asked again, and nothing is applied for until it passes', async () => {
  const desk = await toReview()
  await tap('核对身份，提交')
  await tap('同意，开始演示核对')
  desk.office.results = ['pending', 'passed']
  desk.office.wire.on('session/completeVerification', () => ({ result: desk.office.results.shift() ?? 'passed' }))
  await tap('用这个结果继续')
  expect(heading()).toBe('核对还没有结果')
  expect(desk.applications).toEqual([])
  await pass(2_000)
  expect(desk.applications).toHaveLength(1)
})

test('a rule that says no only then says why, and what was filled in can be changed', async () => {
  const desk = await toReview()
  desk.refuses = ['bankNotOffered']
  await check()
  expect(heading()).toBe('这家银行办不了')
  await tap('改一改')
  expect(heading()).toBe('看一遍，再提交')
  says('示例武侯经办网点')
})

test.each([
  ['orderOpen', '已经在办新卡了'],
  ['disputeOpen', '正在查，先不能办'],
  ['minorNeedsGuardian', '请监护人来办'],
  ['notGranted', '没有委托您办这一件'],
] as const)('%s is said by its own words', async (code, words) => {
  const desk = await toReview()
  desk.refuses = [code]
  await check()
  expect(heading()).toBe(words)
})

test('what had been applied for before says so', async () => {
  const desk = await toReview()
  desk.order = orderOnWire()
  await check()
  expect(heading()).toBe('之前已经申请过了')
})

test('what is accepted at once has its receipt', async () => {
  const desk = await toReview()
  desk.order = orderOnWire({ state: 'accepted', steps: [{ state: 'applied', at: '2026-03-10T10:30:00.000+08:00' }, { state: 'accepted', at: '2026-03-10T10:31:00.000+08:00' }] })
  await check()
  expect(heading()).toBe('已经受理了')
  await tap('看领卡凭证')
  expect(phone.opened).toEqual(['replace /pages/order/index?cardId=card-1'])
})

test('going back goes one question back, and at last leaves', async () => {
  await toReview()
  await tap('返回')
  expect(heading()).toBe('到哪个网点领？')
  await tap('返回')
  expect(heading()).toBe('怎么拿到新卡')
  phone.pages = 2
  await tap('返回')
  expect(phone.opened).toEqual(['back'])
})

test.each([
  ['stops once it is accepted', { stopsOldCard: true }, 'inUse', '受理以后，旧卡停用'],
  ['works until the new one is there', { stopsOldCard: false }, 'inUse', '旧卡先用着'],
  ['was cancelled before', { stopsOldCard: true }, 'cancelled', '旧卡已经注销'],
] as const)('an old card that %s', async (_how, rule, state, words) => {
  const desk = await arrive({ card: cardOnWire({ state }) })
  desk.answer = answerOnWire({ kind: 'exchange', report: 'notNeeded', ...rule, options: [optionOnWire('serviceOutlet')] })
  desk.office.wire.on('outlets/search', () => ({ outlets: outlets() }))
  await show('damaged')
  await tap('在这里申请')
  await tap(/^以后再定/, 'radio')
  await tap('下一步')
  says(words)
})

test('a lost card that is reported already is not reported again', async () => {
  const desk = await arrive({ card: cardOnWire({ state: 'formallyLost' }) })
  desk.answer = answerOnWire({ report: 'open', options: [optionOnWire('serviceOutlet')] })
  desk.office.wire.on('outlets/search', () => ({ outlets: outlets() }))
  await show()
  await tap('在这里申请')
  await tap(/^以后再定/, 'radio')
  await tap('下一步')
  says('已经挂失，接着补卡')
})
